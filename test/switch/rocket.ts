import {after, afterEach, before, beforeEach} from 'node:test';

import {createSession, type Session} from '../../src/index.js';
import type {SandboxControl, SandboxRequest} from '../helpers/sandbox-control.js';
import {startSandbox} from '../helpers/sandbox-node.js';

export const UPDATE = '/api/v2/project/44056/user/clan/update';

/** Steps of the wolves that Rocket has reached and not claimed, as the sandbox has them out of the box. */
export const LEFT_BEHIND = ['Super box', 'Mega potion'];

/** A sandbox for all tests of a file, as out of the box before each of them, and Rocket's sessions on it. */
export function useRocket() {
  let sandbox: SandboxControl;
  const sessions: Session[] = [];
  before(async () => void (sandbox = await startSandbox()));
  beforeEach(() => sandbox.reset());
  afterEach(() => sessions.splice(0).forEach(session => session.destroy()));
  after(() => sandbox.close());
  return {
    get sandbox() {
      return sandbox;
    },
    /** A session of Rocket, whom the page knows as one of the wolves. */
    signIn(): Session {
      const {apiBase} = sandbox;
      const session = createSession({projectId: 44056, apiBase, getToken: () => sandbox.token(), clan: 'wolves'});
      sessions.push(session);
      return session;
    },
    /** What the game does: writes the attribute, then tells the page. */
    async move(session: Session, clan: string | null): Promise<void> {
      await sandbox.attributes('Rocket', {clan});
      session.setClan(clan);
    },
    async updates(): Promise<SandboxRequest[]> {
      return (await sandbox.log()).filter(({method, path}) => method === 'PUT' && path === UPDATE);
    },
  };
}

/** The receipts as rewards' names, with a mark on those that were only expected. */
export function receiptsOf(session: Session): readonly (readonly string[])[] {
  return session.clanSwitch.$receipts
    .get()
    .map(({rewards}) => rewards.map(({name, source}) => (source === 'answer' ? name : `${name}, ${source}`)));
}
