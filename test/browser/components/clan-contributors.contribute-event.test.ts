import {expect} from 'chai';
import {sendKeys} from '@web/test-runner-commands';
import type {ContributeEvent} from '../../../components/shared/contribute-event.js';
import {nextEvent} from '../../support/next-event.js';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains, rowsOf, WOLVES} from '../../support/wire.js';
import {board as path, failing, FakeApi, LIST} from './fake-api.js';
import {heard, mount, names, parts, shown, texts} from './page.js';

describe('liveops-contribute', () => {
  const api = (): FakeApi => new FakeApi().on(path(101), WOLVES).on(LIST, chains(chain()));

  it('gives the page what it takes to pass the next player, and which point counts', async () => {
    const {board} = mount(api());
    const button = await shown(board, 'climb');
    const event = nextEvent<ContributeEvent>(document, 'liveops-contribute');

    button.click();

    const {chainId, pointsNeeded, valuePointSku, goal, bubbles, composed} = await event;
    expect({chainId, pointsNeeded, valuePointSku, goal, bubbles, composed}).to.deep.equal({
      chainId: 101,
      pointsNeeded: 158,
      valuePointSku: 'com.xsolla.clan_point_1',
      goal: 'rank',
      bubbles: true,
      composed: true,
    });
  });

  it('has the element that dispatched it as its target, so that a page can delegate', async () => {
    const {board} = mount(api());
    const button = await shown(board, 'climb');
    const event = nextEvent<ContributeEvent>(board, 'liveops-contribute');

    button.click();

    // Comparing with `===`, since chai would print a whole element.
    expect((await event).target === board).to.equal(true);
  });

  it('comes from the board', async () => {
    const {board} = mount(api());
    const button = await shown(board, 'climb');
    const origin = new Promise<unknown>(resolve =>
      document.addEventListener('liveops-contribute', event => resolve(event.composedPath()[0]), {
        once: true,
      }),
    );

    button.click();

    expect((await origin) === board).to.equal(true);
  });

  it('is fired once for one press of Enter', async () => {
    const {board} = mount(api());
    const button = await shown(board, 'climb');
    const events = heard(document, 'liveops-contribute');

    button.focus();
    await sendKeys({press: 'Enter'});

    await waitUntil(() => events.length, 'the event');
    expect(events).to.have.length(1);
  });

  it('goes without the point where the chains cannot be read', async () => {
    const {board} = mount(api().on(LIST, failing(500)));
    const button = await shown(board, 'climb');
    const event = nextEvent<ContributeEvent>(board, 'liveops-contribute');

    button.click();

    const {valuePointSku, pointsNeeded} = await event;
    expect([valuePointSku, pointsNeeded]).to.deep.equal([undefined, 158]);
  });

  it('does not wait for chains that do not come', async () => {
    const {board} = mount(api().on(LIST, () => new Promise<Response>(() => undefined)));
    const button = await shown(board, 'climb');
    const event = nextEvent<ContributeEvent>(board, 'liveops-contribute');

    button.click();

    expect((await event).valuePointSku).to.equal(undefined);
  });

  it('is named on the button: the points and the rank', async () => {
    const {board} = mount(api());

    await shown(board, 'climb');

    expect(texts(board, 'climb')).to.deep.equal(['158 points to rank 1']);
  });

  it('aims at the first with more points, over those who have as many', async () => {
    const tied = rowsOf({winner: 9, other: 5, Rocket: 5});
    const {board} = mount(new FakeApi().on(path(101), tied));

    await shown(board, 'climb');

    expect(texts(board, 'climb')).to.deep.equal(['5 points to rank 1']);
  });

  it('has no button at the top, without an own row, or where points cannot be read', async () => {
    for (const rows of [{Rocket: 9, ann: 1}, {ann: 9}, {ann: 9, Rocket: null}]) {
      const {board} = mount(new FakeApi().on(path(101), rowsOf(rows)));
      await names(board);

      expect(parts(board, 'climb')).to.be.empty;
    }
  });
});
