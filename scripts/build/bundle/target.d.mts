export const TARGET: string[];

export function isParsedByAll(code: string): Promise<boolean>;
