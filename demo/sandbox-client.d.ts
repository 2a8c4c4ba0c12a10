/** One request in the sandbox's log; `applied` says whether it reached the API, and `status` is `null` without an answer. */
export type SandboxRequest = {method: string; path: string; user: string | null; applied: boolean; status: number};

export declare class SandboxClient {
  constructor(url: string);
  issueToken(user?: string, expiresIn?: number): Promise<{token: string; expires_in: number}>;
  setAttributes(user: string, attributes: {clan?: string | null; [name: string]: unknown}): Promise<unknown>;
  contribute(user: string, chainId: number, amount: number): Promise<unknown>;
  readFaults(): Promise<readonly object[]>;
  setFaults(faults: readonly object[]): Promise<unknown>;
  setOptions(options: {claims: 'per-clan' | 'per-chain'}): Promise<unknown>;
  passTime(seconds: number): Promise<{now: string}>;
  readLog(): Promise<SandboxRequest[]>;
  reset(): Promise<unknown>;
  pictureOf(name: string): string;
}
