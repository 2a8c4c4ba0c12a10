/** Base of our events: bubbles, leaves shadow roots, and has its data as read-only fields. */
export class LiveOpsEvent<Facts extends object> extends Event {
  constructor(type: string, facts: Facts, cancelable = false) {
    super(type, {bubbles: true, composed: true, cancelable});
    // Defined, not assigned, so that nobody can write them.
    for (const [name, value] of Object.entries(facts)) Object.defineProperty(this, name, {value, enumerable: true});
  }
}
