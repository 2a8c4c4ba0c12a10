import {expect} from 'chai';
import {chain, chains, TEN, WOLVES} from '../../support/wire.js';
import {board as path, failing, FakeApi, LIST} from './fake-api.js';
import {element, mount, names, parts, shown} from './page.js';

const rows = (): FakeApi => new FakeApi().on(path(101), WOLVES);
const empty = (): FakeApi => new FakeApi().on(path(101), []).on(LIST, chains(chain()));
const failed = (): FakeApi => new FakeApi().on(path(101), failing(500));

/** A board with an element of the page's own in a slot, once `part` is there. */
async function slotted(api: FakeApi, slot: string, part: string) {
  const own = element('p', {slot});
  own.textContent = 'The page’s own';
  const {board} = mount(api);
  board.append(own);
  await shown(board, part);
  return {own, board};
}

/** Whether nothing of the slot's own content is drawn. */
function isReplaced({assignedSlot}: Element): boolean {
  return [...(assignedSlot?.querySelectorAll('*') ?? [])].every(child => child.getClientRects().length === 0);
}

describe('The parts of <liveops-clan-contributors>', () => {
  it('cover a board with rows', async () => {
    const {board} = mount(rows());
    await names(board);

    for (const part of ['title', 'list', 'own-row', 'age', 'climb', 'places'])
      expect(parts(board, part), part).to.have.length(1);
    for (const part of ['row', 'rank', 'name', 'amount', 'bar']) expect(parts(board, part), part).to.have.length(4);
  });

  it('cover a board without rows', async () => {
    const {board} = mount(empty());

    await shown(board, 'empty');

    for (const part of ['title', 'empty', 'places']) expect(parts(board, part), part).to.have.length(1);
  });

  it('cover a failure', async () => {
    const {board} = mount(failed());

    await shown(board, 'error');

    for (const part of ['title', 'error', 'retry', 'places']) expect(parts(board, part), part).to.have.length(1);
  });

  for (const [what, api, part] of [
    ['that nobody gave', empty, 'empty'],
    ['a failure', failed, 'error'],
  ] as const)
    it(`draw no places while the board says ${what}`, async () => {
      const {board} = mount(api());
      const other = mount(rows()).board;

      await shown(board, part);
      await names(other);

      const [unseen, seen] = [board, other].map(one => getComputedStyle(parts(one, 'places')[0]!).visibility);
      expect([unseen, seen]).to.deep.equal(['hidden', 'visible']);
    });

  it('hold no place that a row could take when all places are taken', async () => {
    const {board} = mount(new FakeApi().on(path(101), TEN));
    await names(board);

    expect(parts(board, 'places')).to.be.empty;
  });

  it('cover a board that is loading', async () => {
    const {board} = mount(new FakeApi().on(path(101), () => new Promise(() => undefined)));

    await shown(board, 'skeleton');

    for (const part of ['title', 'skeleton']) expect(parts(board, part), part).to.have.length(1);
    expect(parts(board, 'places')).to.be.empty;
  });

  it('can be styled from the page', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = 'liveops-clan-contributors::part(own-row) { background-color: rgb(1, 2, 3); }';
    const {board} = mount(rows());

    const own = await shown(board, 'own-row');

    expect(getComputedStyle(own).backgroundColor).to.equal('rgb(1, 2, 3)');
    style.remove();
  });
});

describe('The slots of <liveops-clan-contributors>', () => {
  it('take a title in place of the heading’s text, inside the heading', async () => {
    const {own} = await slotted(rows(), 'title', 'row');

    expect(own.assignedSlot!.closest('h2')).not.to.equal(null);
    expect(isReplaced(own)).to.equal(true);
  });

  it('take a text for an empty board', async () => {
    const {own} = await slotted(empty(), 'empty', 'empty');

    expect(own.assignedSlot!.closest('[part=empty]')).not.to.equal(null);
    expect(isReplaced(own)).to.equal(true);
  });

  it('take a text for a failure and leave the retry where it is', async () => {
    const {own, board} = await slotted(failed(), 'error', 'error');

    expect(own.assignedSlot!.closest('[part=error]')).not.to.equal(null);
    expect(isReplaced(own)).to.equal(true);
    expect(parts(board, 'retry')).to.have.length(1);
  });

  it('take a way to climb in place of the button', async () => {
    const {own} = await slotted(rows(), 'climb', 'row');

    expect(own.getClientRects()).to.have.length(1);
    expect(isReplaced(own)).to.equal(true);
  });

  it('show no way to climb where there is nothing above', async () => {
    const {own} = await slotted(new FakeApi().on(path(101), TEN.slice(0, 1)), 'climb', 'row');

    expect(own.getClientRects()).to.have.length(0);
  });

  it('show neither the text for an empty board nor the one for a failure next to rows', async () => {
    for (const slot of ['empty', 'error']) {
      const {own} = await slotted(rows(), slot, 'row');

      expect(own.getClientRects(), slot).to.have.length(0);
    }
  });
});
