import {expect} from 'chai';
import {WOLVES} from '../../support/wire.js';
import {waitUntil} from '../../support/wait-until.js';
import {board as path, FakeApi, held} from './fake-api.js';
import {answersAreIn, mount, names, parts, sessionOn, shown} from './page.js';

async function clanFor(value: string | null): Promise<string | null | undefined> {
  const session = sessionOn(new FakeApi(), {clan: value});
  document.body.append(session);
  await session.updateComplete;
  return session.session!.$clan.get();
}

describe('The clan of <liveops-session>', () => {
  it('is the text of the attribute, whatever it is', async () => {
    for (const clan of ['wolves', '0', 'null', 'Клан <b>', ' ']) expect(await clanFor(clan)).to.equal(clan);
  });

  it('is none where the attribute is empty', async () => {
    expect(await clanFor('')).to.equal(null);
  });

  it('is unknown where there is no attribute', async () => {
    expect(await clanFor(null)).to.equal(undefined);
  });

  it('is unknown again when the attribute goes', async () => {
    const session = sessionOn(new FakeApi(), {clan: 'wolves'});
    document.body.append(session);
    await session.updateComplete;

    session.removeAttribute('clan');
    await session.updateComplete;

    expect(session.session!.$clan.get()).to.equal(undefined);
  });

  it('may be set as a property: none is null or empty', async () => {
    const session = sessionOn(new FakeApi(), {clan: 'wolves'});
    document.body.append(session);

    const seen: unknown[] = [];
    for (const clan of [null, 'ravens', '', undefined]) {
      session.clan = clan;
      await session.updateComplete;
      seen.push(session.session!.$clan.get());
    }

    expect(seen).to.deep.equal([null, 'ravens', null, undefined]);
  });

  it('drops the old clan’s rows at once and asks for the new ones, in the same session', async () => {
    const api = new FakeApi().on(path(101), WOLVES);
    const {session, board} = mount(api);
    await names(board);
    const before = session.session;
    const ravens = held(WOLVES.slice(3));
    api.on(path(101), ravens.answer);

    session.clan = 'ravens';
    await session.updateComplete;
    await shown(board, 'skeleton');

    expect(parts(board, 'row')).to.be.empty;
    ravens.release();
    expect(await names(board, ['beginner'])).to.have.length(1);
    expect(session.session === before).to.equal(true);
  });

  it('drops the late answer for the old clan', async () => {
    const [wolves, ravens] = [held(WOLVES), held(WOLVES.slice(3))];
    const api = new FakeApi().on(path(101), wolves.answer);
    const {session, board} = mount(api);
    await waitUntil(() => api.requests.length === 1, 'the first request');
    api.on(path(101), ravens.answer);

    session.clan = 'ravens';
    await waitUntil(() => api.requests.length === 2, 'the second request');
    ravens.release();
    await names(board, ['beginner']);
    wolves.release();
    await answersAreIn(session, api);

    expect(await names(board)).to.deep.equal(['beginner']);
  });

  it('costs no request when it is told again', async () => {
    const api = new FakeApi().on(path(101), WOLVES);
    const {session, board} = mount(api);
    await names(board);

    session.setAttribute('clan', 'wolves');
    session.session!.setClan('wolves');
    await answersAreIn(session, api);

    // The second one is the helper's own.
    expect(api.requests).to.have.length(2);
  });
});
