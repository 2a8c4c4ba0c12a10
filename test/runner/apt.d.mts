type Machine = {run?: (command: string[]) => boolean; platform?: string; uid?: number};

export function aptInstall(packages: readonly string[], machine?: Machine): boolean;
