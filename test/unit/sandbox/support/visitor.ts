import assert from 'node:assert/strict';
import {SandboxClient} from '../../../../demo/sandbox-client.js';
import type {Sandbox} from '../../../../demo/sandbox/server.js';
import {assertSchema} from './schemas.js';

/** The parts of a reward chain the tests look at. */
export type ChainItem = {
  reward_chain_id: number;
  date_start: string;
  date_end: string | null;
  image_url: string | null;
  popup_image_url: string | null;
  recurrent_schedule: {reset_next_date: number} | null;
  clan_type: string | null;
  value_point: {amount: number; is_clan: boolean; image_url: string};
  top_contributors: {name: string; contributed_amount: number}[];
  steps: {step_id: number; is_claimed: boolean; price: {amount: number}; reward: {sku: string}[]}[];
};
export type ChainPage = {has_more: boolean; total_items_count: number; items: ChainItem[]};
/** Where the sandbox is. */
type Place = Pick<Sandbox, 'url' | 'apiBase'>;
export type ErrorBody = {statusCode: number; errorCode: number; errorMessage: string};

/** Sends a control call as it is, for tests of the control calls themselves, with `body` as JSON when there is one, and returns the answer. */
export async function control(sandbox: Place, method: string, path: string, body?: unknown): Promise<Response> {
  const init = body === undefined ? {method} : {method, body: JSON.stringify(body)};
  return await fetch(`${sandbox.url}/sandbox${path}`, init);
}

/** Sends a control call that has to succeed and returns its JSON. */
export async function controlled<T>(sandbox: Place, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await control(sandbox, method, path, body);
  assert.equal(answer.status, 200);
  return (await answer.json()) as T;
}

/** A player with a token of their own, on project 44056 unless another is named. */
export class Visitor {
  readonly #sandbox: Place;
  readonly user: string;
  readonly token: string;
  readonly #control: SandboxClient;
  readonly #project: number;

  constructor(sandbox: Place, user: string, token: string, project = 44056) {
    this.#sandbox = sandbox;
    this.#control = new SandboxClient(sandbox.url);
    this.user = user;
    this.token = token;
    this.#project = project;
  }

  static async signIn(sandbox: Place, user: string, project = 44056): Promise<Visitor> {
    const {token} = await new SandboxClient(sandbox.url).issueToken(user);
    return new Visitor(sandbox, user, token, project);
  }

  /** Calls the API below `…/user`. */
  async call(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    return await this.callProject(method, `/user${path}`, init);
  }

  /** Calls the API below the project. */
  async callProject(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = {Authorization: `Bearer ${this.token}`};
    return await fetch(`${this.#sandbox.apiBase}/v2/project/${this.#project}${path}`, {method, headers, ...init});
  }

  async chains(query = ''): Promise<ChainPage> {
    return await this.#read('reward-chains', 'GET', `/reward_chain${query}`);
  }

  async chain(id: number): Promise<ChainItem> {
    const chain = (await this.chains()).items.find(({reward_chain_id}) => reward_chain_id === id);
    assert.ok(chain);
    return chain;
  }

  async board(chainId: number): Promise<{name: string; contributed_amount: number}[]> {
    return await this.#read('contributors', 'GET', `/clan/contributors/${chainId}/top`);
  }

  async balance(chainId: number): Promise<{amount: number; is_clan: boolean}> {
    return await this.#read('balance', 'GET', `/reward_chain/${chainId}/balance`);
  }

  async claim(chainId: number, stepId: number): Promise<Response> {
    return await this.call('POST', `/reward_chain/${chainId}/step/${stepId}/claim`);
  }

  /** The names of the rewards `clan/update` lists. */
  async updateClan(): Promise<string[]> {
    const {reward} = await this.#read<{reward: {name: string}[]}>('clan-update', 'PUT', '/clan/update');
    return reward.map(({name}) => name);
  }

  /** Writes the clan attribute; the membership stays until `updateClan`. */
  async setClan(clan: string | null): Promise<void> {
    await this.#control.setAttributes(this.user, {clan});
  }

  async contribute(chainId: number, amount: number): Promise<void> {
    await this.#control.contribute(this.user, chainId, amount);
  }

  async #read<T>(schema: string, method: string, path: string): Promise<T> {
    const answer = await this.call(method, path);
    assert.equal(answer.status, 200);
    const body: unknown = await answer.json();
    assertSchema(schema, body);
    return body as T;
  }
}

/** Asserts an error answer: status, envelope, vendor code and, where given, what its message says. */
export async function assertRefused(answer: Response, status: number, code: number, text = /./): Promise<void> {
  // First, since an answer that is no refusal may have no body to read.
  assert.equal(answer.status, status);
  const body = (await answer.json()) as ErrorBody;
  assertSchema('error', body);
  assert.deepEqual([body.statusCode, body.errorCode], [status, code]);
  assert.match(body.errorMessage, text);
}
