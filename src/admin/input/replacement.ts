/**
 * The fields of an answer that this version knows neither as input nor as read-only. A PUT replaces everything, so they
 * are sent back unchanged: changing one field must not delete a field that the vendor has added.
 */
export function unknownFields(answer: object, ...known: readonly (readonly string[])[]): object {
  const names = known.flat();
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !names.includes(name)));
}

/** The fields that are set. A `null` stays: the vendor documents other defaults for dates that are not sent. */
export function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
