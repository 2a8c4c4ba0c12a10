/** The elements of the gallery, in the order in which it shows them. */
export const ELEMENTS: readonly {readonly tag: string}[];
