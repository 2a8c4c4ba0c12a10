export function inFolders(files: readonly string[], place: string, longestMs?: number): string[];
