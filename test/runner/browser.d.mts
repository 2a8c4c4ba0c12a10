type Machine = {
  platform?: string;
  env?: Readonly<Record<string, string | undefined>>;
  isProgram?: (path: string) => boolean;
};

type Installation = {
  find?: () => string | undefined;
  install?: (packages: readonly string[]) => boolean;
};

export const BROWSER_ARGS: string[];
export const NO_BROWSER: string;
export function findBrowser(machine?: Machine): string | undefined;
export function ensureBrowser(installation?: Installation): string;
export function ensureWholeBrowser(): string;
