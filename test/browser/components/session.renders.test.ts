import './scene.js';

import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains, WOLVES} from '../../support/wire.js';
import {board as path, FakeApi, LIST} from './fake-api.js';
import {mount, names} from './page.js';

const api = (): FakeApi => new FakeApi().on(path(101), WOLVES).on(LIST, chains(chain()));

/** A place for receipts that notes by which object it was asked. */
function placeOf(asked: number[]) {
  const kept = new Map<string, string>();
  return (render: number) => ({
    get: (key: string) => (asked.push(render), kept.get(key) ?? null),
    set: (key: string, value: string) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
  });
}

describe('<liveops-session> whose page renders often', () => {
  it('has one session and asks for one token, whatever is new at each render, and uses the newest', async () => {
    const fake = api();
    const {session, board} = mount(fake);
    const [tokens, fetches, storages]: number[][] = [[], [], []];
    const storageAt = placeOf(storages!);
    const render = async (time: number): Promise<void> => {
      Object.assign(session, {
        getToken: () => (tokens!.push(time), 'token'),
        fetch: (...call: Parameters<typeof fetch>) => (fetches!.push(time), fake.fetch(...call)),
        storage: storageAt(time),
      });
      await session.updateComplete;
    };
    await render(0);
    await names(board);
    const first = session.session!;
    first.clanSwitch.$receipts.listen(() => undefined);
    await waitUntil(() => storages!.length, 'a look into the storage');

    for (let time = 1; time < 30; time++) await render(time);
    const before = storages!.length;
    await first.contributors(101).reload();
    await first.clanSwitch.acknowledge('none');

    expect(session.session === first).to.equal(true);
    expect([tokens, fetches]).to.deep.equal([[0], [...fetches!.slice(0, -1).map(() => 0), 29]]);
    expect(storages!.slice(0, before).every(time => time === 0)).to.equal(true);
  });

  it('asks the newest storage', async () => {
    const {session, board} = mount(api());
    const storages: number[] = [];
    const storageAt = placeOf(storages);
    session.storage = storageAt(0);
    await names(board);
    session.storage = storageAt(1);
    await session.updateComplete;

    session.session!.clanSwitch.$receipts.listen(() => undefined);
    await waitUntil(() => storages.length, 'a look into the storage');

    expect([...new Set(storages)]).to.deep.equal([1]);
  });

  for (const [name, usable, wrong] of [
    ['fetch', api().fetch, 'fetch'],
    ['storage', placeOf([])(0), {get: () => null}],
    ['getToken', () => 'token', 'token'],
  ] as const)
    it(`starts another session when \`${name}\` comes or goes, and refuses one that is none`, async () => {
      const {session} = mount(api(), {session: {'token-url': '/token'}});
      const getSession = async (value: unknown) => {
        Object.assign(session, {[name]: value});
        await session.updateComplete;
        return session.session;
      };

      const [without, withIt, withNone, back] = [
        await getSession(undefined),
        await getSession(usable),
        await getSession(wrong),
        await getSession(usable),
      ];

      expect(withNone).to.equal(undefined);
      expect(new Set([without, withIt, back]).size).to.equal(3);
    });

  it('takes a getToken that is set together with `host` later on', async () => {
    const fake = api();
    const {session, board} = mount(fake, {session: {host: 'custom'}});
    Object.assign(session, {getToken: undefined});
    await session.updateComplete;

    session.getToken = () => 'the-page-s';

    await names(board);
    expect(fake.requests.at(-1)!.headers.get('authorization')).to.equal('Bearer the-page-s');
  });
});
