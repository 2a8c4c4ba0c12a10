/** A place that is missing now and may come later: it cannot be read, and nobody has to wait for it. */
export class NotThereYet extends Error {}
