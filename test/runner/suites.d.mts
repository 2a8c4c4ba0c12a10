export const builtSuites: readonly string[];
export function allTestFiles(): string[];
export function suitesOf(files: readonly string[]): Record<string, string[]>;
