/** An event of ours: bubbles, leaves shadow roots, and has its facts as fields that cannot be written. */
export class LiveOpsEvent<Facts extends object> extends Event {
  constructor(type: string, facts: Facts, cancelable = false) {
    super(type, {bubbles: true, composed: true, cancelable});
    // Defined, not assigned: `ContributeEvent` names a field like a getter of `Event`, which an assignment would meet.
    for (const [name, value] of Object.entries(facts)) Object.defineProperty(this, name, {value, enumerable: true});
  }
}
