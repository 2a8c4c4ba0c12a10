import {SandboxClient} from '../../demo/sandbox-client.js';

export type {SandboxRequest} from '../../demo/sandbox-client.js';

export type SandboxAddress = {url: string; apiBase: string};

/** A test's own sandbox, and its control calls. */
export class SandboxControl extends SandboxClient {
  readonly url: string;
  readonly apiBase: string;
  readonly #stop: () => Promise<unknown>;

  constructor({url, apiBase}: SandboxAddress, stop: () => Promise<unknown>) {
    super(url);
    this.url = url;
    this.apiBase = apiBase;
    this.#stop = stop;
  }

  /** A token of this player. */
  async token(user = 'Rocket', expiresIn?: number): Promise<string> {
    const {token} = await this.issueToken(user, expiresIn);
    return token;
  }

  async close(): Promise<void> {
    await this.#stop();
  }
}
