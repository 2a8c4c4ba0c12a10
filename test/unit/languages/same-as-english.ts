/** The texts of a language that are the same as in English, since its players say so. */
export const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {};
