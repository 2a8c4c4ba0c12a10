export type Table = {
  table: string;
  rows: readonly (string | RegExp)[];
  isAlive?: (row: string, files: readonly string[]) => boolean;
};

export type Settings = {
  packageJson: Record<string, unknown>;
  tsconfigs: Record<string, readonly string[]>;
  gitIgnored: readonly string[];
  prettierIgnored: readonly string[];
};

export function tablesOf(settings: Settings): Table[];
export function deadRows(tables: readonly Table[], files: readonly string[]): string[];
export function readSettings(): Settings;
export function filesBelow(folder?: string): string[];
