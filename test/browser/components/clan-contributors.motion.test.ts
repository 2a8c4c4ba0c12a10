import {expect} from 'chai';
import {emulateMedia, itFollowsSystem} from '../../support/media.js';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains, rowsOf} from '../../support/wire.js';
import {board as path, FakeApi, LIST} from './fake-api.js';
import {type Attributes, mount, names, parts, texts} from './page.js';

async function boardOf(
  points: Readonly<Record<string, unknown>>,
  wishes: {session?: Attributes; board?: Attributes} = {},
) {
  const api = new FakeApi().on(path(101), rowsOf(points)).on(LIST, chains(chain()));
  const {session, board} = mount(api, wishes);
  await names(board);
  const change = async (next: Readonly<Record<string, unknown>>): Promise<void> => {
    api.on(path(101), rowsOf(next));
    await session.session!.contributors(101).reload();
    await board.updateComplete;
  };
  return {session, board, change};
}

const counters = ({shadowRoot}: Element): HTMLElement[] => [...shadowRoot!.querySelectorAll<HTMLElement>('.counter')];
const read = ({shadowRoot}: Element): string[] =>
  [...shadowRoot!.querySelectorAll('.row > .visually-hidden')].map(({textContent}) => textContent);
const ANN = {ann: 900, Rocket: 100};

describe('Points on <liveops-clan-contributors> that change', () => {
  it('count over the new number, which is in its place for everything that reads the page', async () => {
    const {board, change} = await boardOf(ANN);
    const seen = new Set<string>();

    await change({ann: 900, Rocket: 700});

    expect(counters(board).map(counter => counter.getAttribute('aria-hidden'))).to.deep.equal(['true']);
    await waitUntil(() => {
      const [counter] = counters(board);
      if (counter) seen.add(counter.textContent);
      expect(texts(board, 'amount')).to.deep.equal(['900', '700']);
      expect(read(board)[1]).to.equal('Rank 2, Rocket, You, 700 points');
      return !counter;
    }, 'the end of the counting');
    expect(
      [...seen].map(Number).every(value => value >= 100 && value <= 700),
      [...seen].join(),
    ).to.equal(true);
    expect(board.shadowRoot!.querySelector('.counts')).to.equal(null);
  });

  it('takes 400 ms at most', async () => {
    const {board, change} = await boardOf(ANN);

    await change({ann: 900, Rocket: 700});
    const startedAt = performance.now();
    await waitUntil(() => !counters(board).length, 'the end of the counting');

    // With the frames of a busy machine.
    expect(performance.now() - startedAt).to.be.below(1_000);
  });

  it('is over where the page is hidden, and where the points change again', async () => {
    const {board, change} = await boardOf(ANN);
    await change({ann: 900, Rocket: 700});
    document.dispatchEvent(new Event('visibilitychange'));
    expect(counters(board)).to.deep.equal([]);

    const other = await boardOf(ANN);
    await other.change({ann: 900, Rocket: 700});
    await other.change({ann: 900, Rocket: 800});
    expect(counters(other.board)).to.deep.equal([]);
    expect(texts(other.board, 'amount')).to.deep.equal(['900', '800']);
  });

  it('don’t count from nothing, from another player’s points, or from numbers that have lost digits', async () => {
    const {board, change} = await boardOf({ann: 900, bad: null, Rocket: 100});

    await change({ann: 2 ** 60, bad: 80, joe: 60});

    expect(counters(board)).to.deep.equal([]);
  });

  for (const [who, wishes] of [
    ['page', {session: {'reduce-motion': ''}}],
    ['system', {}],
  ] as const)
    itFollowsSystem(`neither count nor slide where the ${who} wants less motion`, async () => {
      if (who === 'system') await emulateMedia({reducedMotion: 'reduce'});
      const {board, change} = await boardOf(ANN, wishes);

      await change({Rocket: 1_000, ann: 900});
      const moving = [counters(board).length, board.shadowRoot!.getAnimations().length];
      await emulateMedia({reducedMotion: 'no-preference'});

      expect(moving).to.deep.equal([0, 0]);
    });
});

describe('The setting for less motion of <liveops-session>', () => {
  it('stops what moves without another session, and lets it move again', async () => {
    const {session, board} = await boardOf(ANN);
    const before = session.session;
    const section = board.shadowRoot!.querySelector('section')!;
    section.append(Object.assign(document.createElement('p'), {className: 'busy'}));
    const moving = document.createElement('p');
    moving.style.animation = 'pulse 1s infinite';
    section.append(moving);
    const isMoving = async (): Promise<boolean> => {
      await session.updateComplete;
      await board.updateComplete;
      return getComputedStyle(moving).animationName === 'pulse';
    };

    const moves = [await isMoving()];
    session.reduceMotion = true;
    moves.push(await isMoving());
    session.reduceMotion = false;
    moves.push(await isMoving());

    expect(moves).to.deep.equal([true, false, true]);
    expect(session.session).to.equal(before);
  });
});

describe('A row of <liveops-clan-contributors>', () => {
  it('is read as one sentence, and what is seen of it is not read', async () => {
    const {board} = await boardOf({ann: 1_234, Rocket: 1, '': 1, bad: null});

    expect(read(board)).to.deep.equal([
      'Rank 1, ann, 1,234 points',
      'Rank 2, Rocket, You, 1 point',
      'Rank 2, Unknown player, 1 point',
      'Rank 4, bad, No points shown',
    ]);
    for (const row of parts(board, 'row')) {
      const seen = [...row.children].filter(child => child.getAttribute('aria-hidden') !== 'true');
      expect(seen.map(({className}) => className)).to.deep.equal(['visually-hidden']);
    }
  });

  it('tells the own player how the rank has changed since the last visit, on this device', async () => {
    localStorage.clear();
    const first = await boardOf({ann: 9, ben: 8, cat: 7, Rocket: 6});
    const {userKey} = first.session;
    expect(texts(first.board, 'rank-change')).to.deep.equal([]);
    first.session.remove();
    const key = await waitUntil(
      () => Object.keys(localStorage).find(name => name.startsWith('liveops/ranks/')),
      'the rank',
    );
    const kept = JSON.parse(localStorage.getItem(key)!);
    localStorage.setItem(key, JSON.stringify({...kept, at: kept.at - 3_600_000}));

    const api = new FakeApi().on(path(101), rowsOf({ann: 9, Rocket: 8, ben: 7})).on(LIST, chains(chain()));
    const {session, board} = mount(api);
    session.userKey = userKey!;
    await names(board);
    await waitUntil(() => texts(board, 'rank-change').length, 'the change');
    localStorage.removeItem(key);

    expect(texts(board, 'rank-change')).to.deep.equal(['▲ 2']);
    expect(read(board)[1]).to.equal('Rank 2, Rocket, You, 8 points, Up 2 since your last visit');
    // Where there is no room for it, it makes the row no higher.
    board.style.cssText = 'width: 240px; font-size: 32px';
    const height = board.offsetHeight;
    parts(board, 'rank-change')[0]!.remove();
    expect(height).to.equal(board.offsetHeight);
  });

  it('keeps no rank and removes those that were kept where the page wants that', async () => {
    const ranks = (): string[] => Object.keys(localStorage).filter(name => name.startsWith('liveops/ranks/'));
    localStorage.clear();
    const first = await boardOf({ann: 9, Rocket: 6});
    await waitUntil(() => ranks().length, 'the rank');
    first.session.remove();

    const {session, board} = await boardOf({Rocket: 9, ann: 7}, {session: {'forget-ranks': ''}});
    session.userKey = first.session.userKey!;
    await names(board);
    await waitUntil(() => !ranks().length, 'the removal');

    await session.session!.contributors(101).reload();
    await session.updateComplete;
    expect(ranks()).to.deep.equal([]);
    expect(texts(board, 'rank-change')).to.deep.equal([]);
  });
});

describe('Masked names on <liveops-clan-contributors>', () => {
  it('are in everything that the element shows, says and dispatches; the player’s own stays', async () => {
    const rows: (readonly {name: string}[])[] = [];
    const listen = (event: Event): void => void rows.push((event as unknown as {rows: {name: string}[]}).rows);
    document.addEventListener('liveops-contributors-changed', listen);
    const {board} = await boardOf({winner: 9, Rocket: 8, Bo: 7}, {board: {'mask-names': ''}});
    await waitUntil(() => rows.length, 'the event');
    document.removeEventListener('liveops-contributors-changed', listen);

    expect(await names(board)).to.deep.equal(['w•••', 'Rocket', '•••']);
    expect(board.shadowRoot!.innerHTML).not.to.match(/winner|Bo</);
    expect(JSON.stringify(rows)).not.to.match(/winner|Bo"/);
  });

  it('are the session’s for all its boards, or those that the page’s function returns, which may be another one', async () => {
    const masked = await boardOf({winner: 9, Rocket: 8}, {session: {'mask-names': ''}});
    expect(await names(masked.board)).to.deep.equal(['w•••', 'Rocket']);
    masked.session.remove();

    const api = new FakeApi().on(path(101), rowsOf({winner: 9, Rocket: 8})).on(LIST, chains(chain()));
    const {session, board} = mount(api);
    session.displayName = ({name, own}) => (own ? 'It’s me' : `Player ${name.length}`);
    await names(board, ['Player 6', 'It’s me']);
    const before = session.session;
    session.displayName = () => 'Somebody';
    await session.updateComplete;
    await session.session!.contributors(101).reload();

    expect(await names(board, ['Somebody', 'Somebody'])).to.have.length(2);
    expect(session.session).to.equal(before);
  });
});

describe('Regions of two sessions on one page', () => {
  const nameOf = ({shadowRoot}: Element): string =>
    shadowRoot!
      .querySelector('section')!
      .getAttribute('aria-labelledby')!
      .split(' ')
      .map(id => shadowRoot!.getElementById(id)!.textContent.trim())
      .join(' ');

  it('have the names of their clans, as long as there are two', async () => {
    const one = await boardOf(ANN);
    expect(nameOf(one.board)).to.equal('Top contributors');

    const other = await boardOf(ANN, {session: {clan: 'ravens'}});
    await waitUntil(() => nameOf(one.board) !== 'Top contributors', 'another name');
    expect([one, other].map(({board}) => nameOf(board))).to.deep.equal([
      'Top contributors wolves',
      'Top contributors ravens',
    ]);

    other.session.remove();
    await waitUntil(() => nameOf(one.board).trim() === 'Top contributors', 'the name of one');
  });

  it('have the labels of the page, of the session or the element', async () => {
    const {session, board} = await boardOf(ANN, {session: {label: 'North'}});
    expect(nameOf(board)).to.equal('Top contributors North');

    session.label = 'South';
    await waitUntil(() => nameOf(board).endsWith('South'), 'the new label');
    board.label = 'Mine';
    await board.updateComplete;

    expect(nameOf(board)).to.equal('Top contributors Mine');
  });
});

describe('What <liveops-clan-contributors> announces', () => {
  it('is nothing, whatever happens to the rows', async () => {
    const {board, change} = await boardOf(ANN);
    let said = 0;
    const observer = new MutationObserver(records => (said += records.length));
    for (const region of board.shadowRoot!.querySelectorAll('[role=status], [aria-live], [role=alert]'))
      observer.observe(region, {childList: true, subtree: true, characterData: true});
    // The same sequence each time, so that a failure can be looked at again.
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 16_807) % 2_147_483_647) % below;

    for (let round = 0; round < 40; round++) {
      const players = ['ann', 'ben', 'cat', 'Rocket', 'dan'].slice(next(4));
      const points = players.map(name => [name, next(1_000)] as const).sort(([, a], [, b]) => b - a);
      await change(Object.fromEntries(points));
    }
    said += observer.takeRecords().length;

    expect(said).to.equal(0);
  });
});
