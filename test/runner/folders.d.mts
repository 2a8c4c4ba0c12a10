export function inFolders(files: readonly string[], place: string): string[];
