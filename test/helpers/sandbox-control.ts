export type SandboxAddress = {url: string; apiBase: string};

export type SandboxRequest = {method: string; path: string; user: string | null; applied: boolean; status: number};

/** The sandbox's control calls, for tests: what a game server or the vendor's cloud would do. */
export class SandboxControl {
  readonly url: string;
  readonly apiBase: string;
  readonly #stop: () => Promise<unknown>;

  constructor({url, apiBase}: SandboxAddress, stop: () => Promise<unknown>) {
    this.url = url;
    this.apiBase = apiBase;
    this.#stop = stop;
  }

  async token(user = 'Rocket', expiresIn?: number): Promise<string> {
    const wish = expiresIn === undefined ? {} : {expires_in: expiresIn};
    const {token} = await this.#call<{token: string}>('POST', `${userPath(user)}/token`, wish);
    return token;
  }

  async attributes(user: string, attributes: {clan?: string | null; [name: string]: unknown}): Promise<void> {
    await this.#call('PUT', `${userPath(user)}/attributes`, attributes);
  }

  async contribute(user: string, chainId: number, amount: number): Promise<void> {
    await this.#call('POST', `${userPath(user)}/contributions`, {reward_chain_id: chainId, amount});
  }

  async faults(faults: readonly object[]): Promise<void> {
    await this.#call('PUT', 'faults', faults);
  }

  async options(options: {claims: 'per-clan' | 'per-chain'}): Promise<void> {
    await this.#call('PUT', 'options', options);
  }

  log(): Promise<SandboxRequest[]> {
    return this.#call('GET', 'log');
  }

  async reset(): Promise<void> {
    await this.#call('POST', 'reset');
  }

  async close(): Promise<void> {
    await this.#stop();
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const content =
      body === undefined ? {} : {body: JSON.stringify(body), headers: {'content-type': 'application/json'}};
    const answer = await fetch(new URL(`/sandbox/${path}`, this.apiBase), {method, ...content});
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Sandbox: ${method} ${path} answered ${answer.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

function userPath(user: string): string {
  return `users/${encodeURIComponent(user)}`;
}
