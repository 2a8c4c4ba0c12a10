import {expect} from 'chai';
import {dailyAnswer} from '../../support/fixtures/daily-chain.js';
import {winterLadder} from '../../../src/scenarios/offer-ladder.js';
import {waitUntil} from '../../support/wait-until.js';
import {translate, untranslated, type Way, WAYS} from '../../support/translator.js';
import {chain, chains, item, rowsOf, step, worth} from '../../support/wire.js';
import {dailyIn} from './daily-states.js';
import {trackOf} from './track.js';
import {board as boardPath, failing, FakeApi, LIST} from './fake-api.js';
import {mount, parts, shown, texts} from './page.js';
import {live, play, press, said, says} from './scene.js';

/** Lists that follow each other; each changes other kinds of texts than the one before. */
const LISTS: readonly object[] = [
  chains(chain({value_point: worth(150), steps: [step(1, 100), step(2, 1_200)]})),
  chains(chain({value_point: worth(1_300), steps: [step(1, 100, {is_claimed: true}), step(2, 1_200)]})),
  chains(
    chain({
      name: 'Hunt',
      value_point: worth(20),
      steps: [step(1, 3_000, {name: 'Gold', reward: [item('Box', {quantity: 5}), item('Key')]})],
    }),
  ),
  chains(chain({name: null, value_point: worth(null), steps: [step(1, 10), step(2, 20), step(3, 30, {reward: []})]})),
  chains(),
  chains(chain({value_point: worth(150), steps: [step(1, 100)]})),
];

const look = (element: Element): string => untranslated(said(element)).replace(/\s/g, '');

/** What a reward chain says after each list, on a page that is translated before each, or not at all. */
async function chainStory(how?: Way): Promise<string[]> {
  const {api, session, element} = trackOf([]);
  await shown(element, 'empty');
  const story: string[] = [];
  for (const list of LISTS) {
    if (how) translate(element.shadowRoot!, how);
    api.on(LIST, list);
    await session.session!.$rewardChains.reload();
    await element.updateComplete;
    story.push(look(element));
  }
  api.on(LIST, failing(500));
  await session.session!.$rewardChains.reload().catch(() => undefined);
  await says(element, 'Updated');
  if (how) translate(element.shadowRoot!, how);
  session.session!.signOut();
  await shown(element, 'error');
  story.push(look(element));
  session.remove();
  return story;
}

/** Rows that follow each other: other points, places, names and players, points that cannot be read, and nobody. */
const BOARDS: readonly Readonly<Record<string, unknown>>[] = [
  {winner: 555, Rocket: 398, MrJoe: 201},
  {winner: 555, Rocket: 550, MrJoe: 201},
  {Rocket: 698, winner: 555, MrJoe: 201},
  {Rocket: 698, ann: 600, ben: null},
  {ann: 700, Rocket: 698, ben: 1, cat: 0},
  {},
  {Rocket: 1},
];

/** What a board says after each answer. */
async function boardStory(how?: Way): Promise<string[]> {
  const api = new FakeApi().on(LIST, chains(chain()));
  const {session, board} = mount(api.on(boardPath(101), rowsOf(BOARDS[0]!)));
  await shown(board, 'row');
  const story: string[] = [];
  for (const points of [...BOARDS, undefined]) {
    // Not every translator heeds it.
    board.shadowRoot!.querySelectorAll('[translate]').forEach(each => each.removeAttribute('translate'));
    if (how) translate(board.shadowRoot!, how);
    api.on(boardPath(101), points ? rowsOf(points) : failing(500));
    await session.session!.contributors(101).reload();
    await board.updateComplete;
    story.push(look(board).replace(/\d+seconds?ago/, 'now'));
  }
  session.remove();
  return story;
}

/** What a clan switch says from the offer to the end. */
async function switchStory(how?: Way): Promise<string[]> {
  const {element, session} = await play('liveops-clan-switch', 'poor-new-clan');
  const story: string[] = [];
  const tell = (): void => {
    story.push(look(element));
    if (how) translate(element.shadowRoot!, how);
  };
  // What stands there until the journal has been read would make two stories differ.
  await says(element, 'Your clan has changed');
  await live(element, 'preview');
  tell();
  await press(element, 'preview');
  await live(element, 'confirm');
  tell();
  await press(element, 'cancel');
  await live(element, 'preview');
  tell();
  await press(element, 'preview');
  await press(element, 'confirm');
  await live(element, 'acknowledge');
  tell();
  await press(element, 'acknowledge');
  await live(element, 'preview');
  tell();
  session.remove();
  return story;
}

/** Daily chains that follow each other: another day, another name, a reward without a name, no end, and none at all. */
const DAYS: readonly (readonly object[])[] = [
  [dailyAnswer(['claimed', 'claimable', 'claim_in_future'])],
  [dailyAnswer(['claimed', 'claimed', 'claimable'])],
  [dailyAnswer(['blocked', 'claimed', 'claimable'], {name: 'Hunt', date_end: '2024-02-01T00:00:00Z'})],
  [
    dailyAnswer(
      Array.from({length: 12}, (_, day) => (day ? 'claim_in_future' : 'claimable')),
      {name: null},
    ),
  ],
  [],
  [dailyAnswer(['claimable'])],
];

/** What daily rewards say after each list. */
async function dailyStory(how?: Way): Promise<string[]> {
  let list = DAYS[0]!;
  const {element, session} = await play('liveops-daily-rewards', 'default', {
    change: (call, answer) => (call === 'GET daily_chain' ? Response.json(chains(...list)) : answer()),
  });
  await shown(element, 'day');
  const story: string[] = [];
  for (const next of DAYS) {
    if (how) translate(element.shadowRoot!, how);
    list = next;
    await session.session!.$dailyChains.reload();
    await element.updateComplete;
    story.push(look(element));
  }
  session.session!.signOut();
  await waitUntil(() => untranslated(said(element)).includes('Sign in to claim'), 'the call to sign in');
  story.push(look(element));
  session.remove();
  return story;
}

/** Offers that follow each other: more steps done, a start that comes again, a step that is paid, and none at all. */
const LADDERS: readonly (readonly object[])[] = [
  [winterLadder(Date.now(), 0)],
  [winterLadder(Date.now(), 1)],
  [winterLadder(Date.now(), 2, {name: 'Spring ladder', date_end: null})],
  [winterLadder(Date.now(), 5)],
  [],
  [winterLadder(Date.now(), 1)],
];

/** What an offer chain says after each list, and while a payment is waited for. */
async function offerStory(how?: Way): Promise<string[]> {
  let list = LADDERS[0]!;
  const {element, session} = await play('liveops-offer-chain', 'order-paid', {
    change: (call, answer) => (call === 'GET offer_chain' ? Response.json(chains(...list)) : answer()),
  });
  await shown(element, 'step');
  const story: string[] = [];
  for (const next of LADDERS) {
    if (how) translate(element.shadowRoot!, how);
    list = next;
    await session.session!.$offerChains.reload();
    await element.updateComplete;
    story.push(look(element));
  }
  for (const button of ['buy', 'check']) {
    if (how) translate(element.shadowRoot!, how);
    await press(element, button);
    await live(element, 'check');
    story.push(look(element));
  }
  session.remove();
  return story;
}

describe('On a page that the browser translates', () => {
  for (const how of WAYS) {
    it(`<liveops-offer-chain> shows the newest steps, prices and payments (${how})`, async () => {
      const plain = await offerStory();

      expect(new Set(plain).size).to.equal(LADDERS.length + 1);
      expect(await offerStory(how)).to.deep.equal(plain);
    });

    it(`<liveops-daily-rewards> shows the newest days, names and texts (${how})`, async () => {
      const plain = await dailyStory();

      expect(new Set(plain).size).to.equal(DAYS.length + 1);
      expect(await dailyStory(how)).to.deep.equal(plain);
    });

    it(`<liveops-reward-chain> shows the newest points, steps and texts (${how})`, async () => {
      const plain = await chainStory();

      expect(new Set(plain).size).to.equal(LISTS.length + 1);
      expect(await chainStory(how)).to.deep.equal(plain);
    });

    it(`<liveops-clan-contributors> shows the newest points, names and places (${how})`, async () => {
      const plain = await boardStory();

      expect(new Set(plain).size).to.equal(BOARDS.length + 1);
      expect(await boardStory(how)).to.deep.equal(plain);
    });

    it(`<liveops-clan-switch> shows what is going on now (${how})`, async () => {
      const plain = await switchStory();

      expect(new Set(plain).size).to.be.at.least(3);
      expect(await switchStory(how)).to.deep.equal(plain);
    });
  }

  it('ranks, points and names of players stay as they are', async () => {
    const {board} = mount(new FakeApi().on(boardPath(101), rowsOf({ann: 1_100, Rocket: 398, ben: null, '': 7})));
    await shown(board, 'row');

    translate(board.shadowRoot!, 'replace');

    expect(texts(board, 'rank')).to.deep.equal(['1', '2', '3', '4']);
    expect(texts(board, 'name')).to.deep.equal(['ann', 'Rocket', 'ben', '[Unknown player]']);
    expect(texts(board, 'amount')).to.deep.equal(['1,100', '398', '[—]', '7']);
  });

  it('numbers that stand alone and names of items, steps and chains stay as they are', async () => {
    const {element} = trackOf([
      chain({value_point: worth(150), steps: [step(1, 1_100, {reward: [item('Box', {quantity: 5})]})]}),
    ]);
    await shown(element, 'step');
    const noted = [
      ...parts(element, 'threshold'),
      ...parts(element, 'reward-name'),
      ...parts(element, 'reward-quantity'),
      ...element.shadowRoot!.querySelectorAll('.goal bdi, #title bdi'),
    ].map(({textContent}) => textContent);

    translate(element.shadowRoot!, 'replace');

    expect(noted).to.deep.equal(
      ['1,100', 'Box', '×5', 'Weekly clan quest', 'Level 1'].sort((a, b) => noted.indexOf(a) - noted.indexOf(b)),
    );
    for (const text of noted) expect(said(element)).to.contain(text).and.not.to.contain(`[${text}]`);
  });

  it('the days of a month stay as they are', async () => {
    const month = await dailyIn('month');
    const numbers = texts(month, 'day-number');

    translate(month.shadowRoot!, 'replace');

    expect(numbers.slice(0, 3)).to.deep.equal(['1', '2', '3']);
    expect(texts(month, 'day-number')).to.deep.equal(numbers);
  });
});
