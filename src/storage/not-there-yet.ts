/** A place that is missing now and may appear later: it cannot be read, and no caller has to wait for it. */
export class NotThereYet extends Error {}
