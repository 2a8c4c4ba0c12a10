import {after, afterEach, before, beforeEach} from 'node:test';

import {createSession, type Session, type SessionOptions} from '../../../src/index.js';
import type {SandboxControl, SandboxRequest} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {waitUntil} from '../../support/wait-until.js';
import {mapStorage} from '../storage/fake-stores.js';

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
    /** A session of Rocket, whom the page knows as one of the wolves, on a host that keeps receipts. */
    signIn(options: Partial<SessionOptions> = {}): Session {
      const {apiBase} = sandbox;
      const getToken = (): Promise<string> => sandbox.token();
      const storage = mapStorage();
      const session = createSession({projectId: 44056, apiBase, getToken, clan: 'wolves', storage, ...options});
      sessions.push(session);
      return session;
    },
    /** What the game does: writes the attribute, then tells the page, which is watched and so reads the journal. */
    async move(session: Session, clan: string | null): Promise<void> {
      const before = session.$clan.value;
      session.clanSwitch.$state.listen(() => undefined);
      await sandbox.setAttributes('Rocket', {clan});
      session.setClan(clan);
      const isTold = (): boolean => session.clanSwitch.$state.get().status === 'pending';
      if (before !== clan) await waitUntil(isTold, 'the pending switch');
    },
    /** A minute passes on the clock of the page, which is then shown again; until the fact is true. */
    async passMinute(session: Session, fact: () => boolean): Promise<void> {
      const now = performance.now.bind(performance);
      performance.now = () => now() + 60_000;
      try {
        session.refresh();
        await waitUntil(fact, 'the check a minute later');
      } finally {
        performance.now = now;
      }
    },
    async updates(): Promise<SandboxRequest[]> {
      return (await sandbox.readLog()).filter(({method, path}) => method === 'PUT' && path === UPDATE);
    },
  };
}

/** The receipts as rewards' names, with a mark on those that were only expected. */
export function receiptsOf(session: Session): readonly (readonly string[])[] {
  return session.clanSwitch.$receipts
    .get()
    .map(({rewards}) => rewards.map(({name, source}) => (source === 'answer' ? name : `${name}, ${source}`)));
}
