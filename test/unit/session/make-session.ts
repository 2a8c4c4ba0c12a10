import type {Session} from '../../../src/session/session.js';
import {composeSession} from '../../support/compose-session.js';
import type {SessionOptions} from '../../../src/session/options.js';
import {API, FakeApi} from '../../support/fake-api.js';
import {FakeClock} from '../../support/fake-clock.js';

export const LIST = 'GET v2/project/44056/user/reward_chain';

export function boardCall(chainId: number): string {
  return `GET v2/project/44056/user/clan/contributors/${chainId}/top`;
}

/**
 * A session of project 44056 over a stand-in for the API, with its clock and the reasons why it asked for a token. Its
 * requests know no clock, and they are repeated at once.
 */
export function sessionOver(options: Partial<SessionOptions> = {}) {
  const api = new FakeApi();
  const clock = new FakeClock();
  const reasons: string[] = [];
  const getToken: SessionOptions['getToken'] = ({reason}) => `token-${reasons.push(reason)}`;
  const session: Session = composeSession(
    {projectId: 44056, apiBase: API, getToken, fetch: api.fetch, ...options},
    {clock, random: () => 0},
  );
  return {session, api, clock, reasons};
}
