import {expect} from 'chai';
import type {ClanContributorsElement} from '../../../components/clan-contributors/clan-contributors.js';
import type {SessionElement} from '../../../components/session/session.js';
import type {Contributor} from '../../../src/model.js';
import {chain, chains, rowsOf} from '../../support/wire.js';
import {board as path, FakeApi, LIST} from './fake-api.js';
import {type Attributes, boardWith, mount, names, sessionOn, shown} from './page.js';

const TEN = Object.fromEntries(Array.from({length: 10}, (_, index) => [`p${index}`, 1_000 - 10 * index]));

/** The same names with other points, the last one first. */
const TURNED = Object.fromEntries(
  Object.keys(TEN)
    .reverse()
    .map((name, index) => [name, 2_000 - 15 * index]),
);

/** Slides and points that count cost more than an update alone, so they are measured separately. */
const STILL = {'reduce-motion': ''};

async function boardOf(
  points: Readonly<Record<string, unknown>>,
  attributes: Attributes = {},
  onSession: Attributes = {},
) {
  const api = new FakeApi().on(path(101), rowsOf(points)).on(LIST, chains(chain()));
  const {session, board} = mount(api, {board: attributes, session: onSession});
  await names(board);
  await board.updateComplete;
  return {api, session, board};
}

type Board = Awaited<ReturnType<typeof boardOf>>;

async function change({api, session, board}: Board, points: Readonly<Record<string, unknown>>): Promise<void> {
  api.on(path(101), rowsOf(points));
  await session.session!.contributors(101).reload();
  await board.updateComplete;
}

/** How many renderings and changes in the page a task takes. */
async function costOf(board: ClanContributorsElement, task: () => Promise<void>) {
  const cost = {renderings: 0, changes: 0, nodes: 0};
  const controller = {hostUpdated: () => void cost.renderings++};
  const records: MutationRecord[] = [];
  const observer = new MutationObserver(list => records.push(...list));
  board.addController(controller);
  observer.observe(board.shadowRoot!, {childList: true, subtree: true, attributes: true, characterData: true});
  await task();
  for (const {type, addedNodes, removedNodes} of [...records, ...observer.takeRecords()]) {
    if (type === 'childList') cost.nodes += addedNodes.length + removedNodes.length;
    else cost.changes++;
  }
  board.removeController(controller);
  observer.disconnect();
  return cost;
}

describe('An update of <liveops-clan-contributors>', () => {
  it('renders nothing where the answer says the same again', async () => {
    for (const attributes of [{}, {'reward-chain-id': null}]) {
      const board = await boardOf(TEN, attributes);

      const cost = await costOf(board.board, async () => {
        await change(board, TEN);
        if (attributes['reward-chain-id'] === null) await board.session.session!.$rewardChains.reload();
        await board.board.updateComplete;
      });

      expect(cost).to.deep.equal({renderings: 0, changes: 0, nodes: 0});
    }
  });

  it('writes the points, the sentence and the bar of the one row that changed', async () => {
    const board = await boardOf(TEN, {}, STILL);

    const cost = await costOf(board.board, () => change(board, {...TEN, p5: 949}));

    expect(cost).to.deep.equal({renderings: 1, changes: 3, nodes: 0});
  });

  it('makes and moves no node, and writes three texts and a bar in each row, when all ten change places', async () => {
    const board = await boardOf(TEN, {}, STILL);

    const cost = await costOf(board.board, () => change(board, TURNED));

    expect(cost.nodes).to.equal(0);
    expect(cost.changes).to.be.within(30, 40);
    expect(await names(board.board)).to.deep.equal(Object.keys(TURNED));
  });

  it('reads each row as often, however many there are', async () => {
    const perRow: number[] = [];
    for (const count of [100, 1_000]) {
      const {session, board} = await boardOf({ann: 1}, {'max-rows': String(count)});
      let reads = 0;
      const counted = (offset: number): Contributor[] =>
        Array.from({length: count}, (_, index) => ({
          rank: index + 1,
          get name() {
            reads++;
            return `p${(index + offset) % count}`;
          },
          amount: count - index,
          own: index === count - 1,
        }));
      for (const offset of [0, 1]) {
        setRows(session, counted(offset));
        await board.updateComplete;
      }
      expect(await names(board)).to.have.length(count);
      perRow.push(reads / count);
      session.remove();
    }

    expect(perRow[1]).to.be.at.most(perRow[0]! + 0.5);
    expect(perRow[0]).to.be.within(1, 20);
  });

  it('follows the page with as many listeners for fifty boards as for one', async () => {
    let listeners = 0;
    const restore = [window, document].map(target => {
      const {addEventListener, removeEventListener} = target;
      target.addEventListener = (...given: Parameters<typeof addEventListener>) =>
        void (listeners++, addEventListener.apply(target, given));
      target.removeEventListener = (...given: Parameters<typeof removeEventListener>) =>
        void (listeners--, removeEventListener.apply(target, given));
      return () => Object.assign(target, {addEventListener, removeEventListener});
    });
    const {session, board} = await boardOf(TEN);
    const [forOne, atFirst] = [listeners, listeners];

    const more = Array.from({length: 49}, () => boardWith());
    session.append(...more);
    await Promise.all(more.map(each => names(each)));
    const forFifty = listeners;
    [board, ...more].forEach(each => each.remove());
    restore.forEach(put => put());

    expect(forOne).to.be.greaterThan(0);
    expect(forFifty).to.equal(atFirst);
    expect(listeners).to.be.lessThan(forOne);
  });

  it('has a session of another board’s change reach every board', async () => {
    const [one, other] = [boardWith(), boardWith()];
    document.body.append(one, other);
    const session = sessionOn(new FakeApi().on(path(101), rowsOf(TEN)));
    session.append(one, other);

    document.body.append(session);

    for (const each of [one, other]) expect(await names(each)).to.have.length(10);
  });
});

/** Rows as they are, past the request. */
function setRows(session: SessionElement, rows: readonly Contributor[]): void {
  const $board = session.session!.contributors(101) as unknown as {value: object; set(state: object): void};
  $board.set({...$board.value, value: rows});
}

describe('Rows of <liveops-clan-contributors> that change places', () => {
  const {now} = performance;
  const later = (ms: number): void => {
    const at = performance.now() + ms;
    performance.now = () => at;
  };
  const sliding = ({shadowRoot}: Element): string[] =>
    shadowRoot!
      .getAnimations()
      .map(({effect}) => (effect as KeyframeEffect).target!.querySelector('bdi')!.textContent)
      .sort();

  afterEach(() => {
    performance.now = now;
  });

  it('slide from their old places, and no other row does', async () => {
    const board = await boardOf({ann: 9, ben: 8, cat: 7, dan: 6});
    later(400);
    const [, second, third] = [...board.board.shadowRoot!.querySelectorAll('li')].map(row =>
      row.getBoundingClientRect(),
    );

    await change(board, {ann: 9, cat: 8.5, ben: 8, dan: 6});

    expect(sliding(board.board)).to.deep.equal(['ben', 'cat']);
    const rows = [...board.board.shadowRoot!.querySelectorAll('li')];
    expect(rows[1]!.getBoundingClientRect().top).to.be.closeTo(third!.top, 0.5);
    expect(rows[2]!.getBoundingClientRect().top).to.be.closeTo(second!.top, 0.5);
  });

  it('stay where they are when points change and places don’t', async () => {
    const board = await boardOf(TEN);
    later(400);

    await change(board, {...TEN, p5: 949});

    expect(sliding(board.board)).to.deep.equal([]);
  });

  it('stand still when they change places again before they have come to rest', async () => {
    const board = await boardOf({ann: 9, ben: 8, cat: 7});
    later(400);
    await change(board, {ann: 9, cat: 8.5, ben: 8});
    expect(sliding(board.board)).to.deep.equal(['ben', 'cat']);

    later(300);
    await change(board, {cat: 10, ann: 9, ben: 8});
    expect(sliding(board.board)).to.deep.equal([]);

    later(400);
    await change(board, {ann: 11, cat: 10, ben: 8});
    expect(sliding(board.board)).to.deep.equal(['ann', 'cat']);
  });

  for (const [count, what] of [
    [50, 'all'],
    [51, 'none'],
  ] as const)
    it(`slide in a list of ${count}: ${what}`, async () => {
      const pointsOf = (order: readonly number[]) => Object.fromEntries(order.map((id, i) => [`p${id}`, 1_000 - i]));
      const order = Array.from({length: count}, (_, index) => index);
      const board = await boardOf(pointsOf(order), {'max-rows': String(count)});
      later(400);

      await change(board, pointsOf([...order.slice(1), 0]));

      expect(sliding(board.board)).to.have.length(what === 'all' ? count : 0);
    });

  it('are skipped by the engine while off the screen, where the list is long', async () => {
    const look = async (count: number): Promise<string> => {
      const points = Object.fromEntries(Array.from({length: count}, (_, index) => [`p${index}`, 1_000 - index]));
      const {board} = await boardOf(points, {'max-rows': String(count)});
      return getComputedStyle(await shown(board, 'row')).contentVisibility;
    };

    expect([await look(50), await look(51)]).to.deep.equal(['visible', 'auto']);
  });

  it('are reported to the page also where nothing can slide', async () => {
    const board = await boardOf({ann: 9, ben: 8});
    later(400);
    const told: string[] = [];
    board.board.addEventListener('liveops-contributors-changed', ({rows}) => told.push(rows[0]!.name));
    const {animate} = Element.prototype;
    delete (Element.prototype as Partial<Element>).animate;

    await change(board, {ben: 10, ann: 9});
    Element.prototype.animate = animate;

    expect(told).to.deep.equal(['ben']);
    expect(await names(board.board)).to.deep.equal(['ben', 'ann']);
  });
});
