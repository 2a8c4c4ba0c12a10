import {fetchTopContributors} from '../../../src/boards/wire.js';
import {createHttp, type Http} from '../../../src/http/http.js';
import {fetchRewardChains} from '../../../src/reward-chains/calls.js';
import {createSession, type Session} from '../../../src/index.js';
import {createScenario, type Scenario} from '../../../src/scenarios/scenarios.js';
import type {ContributorRow, RewardChain} from '../../../src/model.js';

const BASE = 'https://api.example/api';
const USER = `${BASE}/v2/project/44056/user`;

/** A noon far from any change of clocks. */
export const NOON = Date.UTC(2026, 0, 15, 12);

/** A scenario as a bare client meets it. */
export class Player {
  readonly scenario: Scenario;
  readonly #http: Http;

  constructor(name: string) {
    this.scenario = createScenario(name, {now: NOON});
    const tokens = {token: async () => 'token', refresh: async () => 'token'};
    this.#http = createHttp({base: BASE, tokens, fetch: this.scenario.fetch, random: () => 0});
  }

  chains(): Promise<readonly RewardChain[]> {
    return fetchRewardChains(this.#http, 44056);
  }

  board(chainId: number): Promise<readonly ContributorRow[]> {
    return fetchTopContributors(this.#http, {projectId: 44056, chainId});
  }

  /** The clan chain that scenarios are about. */
  async quest(): Promise<RewardChain> {
    const quest = (await this.chains()).find(({id}) => id === 101);
    if (!quest) throw new Error('There is no chain 101.');
    return quest;
  }

  /** An answer as it is on the wire. */
  ask(path: string, method = 'GET'): Promise<Response> {
    return this.scenario.fetch(`${USER}/${path}`, {method});
  }

  async json<T>(path: string, method = 'GET'): Promise<T> {
    return (await (await this.ask(path, method)).json()) as T;
  }
}

/** A session in a scenario that has taken its steps. */
export function sessionIn(name: string): Session {
  const {fetch, session: options, steps} = createScenario(name);
  const session = createSession({...options, fetch, pollSeconds: 0});
  steps.forEach(step => session.setClan(step.session.clan));
  return session;
}
