export type Counts = {passed: number; failed: number; skipped: number};

type Step = {name: string; args: string[]; env?: Record<string, string | undefined>; minutes?: number; tally?: boolean};

export function runStep(step: Step): Promise<Counts>;
export function summary(counts: Counts): string;
export function print(name: string, line: string): void;
