/** A field of such a name would hide the platform's: pages find the element of an event by its `target`. */
type NotTheEvents = {readonly [Name in keyof Event]?: never};

/** Base of our events: bubbles, leaves shadow roots, and has its data as read-only fields. */
export class LiveOpsEvent<Facts extends object & NotTheEvents> extends Event {
  constructor(type: string, facts: Facts, cancelable = false) {
    super(type, {bubbles: true, composed: true, cancelable});
    // Defined, not assigned, so that nobody can write them.
    for (const [name, value] of Object.entries(facts)) Object.defineProperty(this, name, {value, enumerable: true});
  }
}
