import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {boardShows, partIsEmpty, partShows, WOLVES} from './board.js';
import {lookNow, moveTo, startDemo, type Demo} from './demo-page.js';
import {waitUntil} from '../../support/wait-until.js';

describe('The demo’s game server', () => {
  let demo: Demo;

  before(async () => {
    demo = await startDemo();
  });

  after(() => demo.close());

  async function openBoard() {
    const opened = await demo.open();
    await boardShows(opened.page, WOLVES);
    return opened;
  }

  it('gives points to a player, and the board follows by itself', async () => {
    const {page, misdeeds} = await openBoard();

    await page.getByLabel('Player').selectOption('MrJoe');
    await page.getByLabel('Points', {exact: true}).fill('300');
    await page.getByRole('button', {name: 'Give points'}).click();

    await boardShows(page, ['winner 555', 'MrJoe 501', 'Rocket 398', 'beginner 1']);
    assert.deepEqual(misdeeds.errors, []);
  });

  it('moves the player to another clan and back', async () => {
    const {page} = await openBoard();

    await moveTo(page, 'ravens');
    await boardShows(page, ['corvid 20']);
    await moveTo(page, 'owls');
    await boardShows(page, ['strix 900', 'bubo 700']);
    await moveTo(page, 'wolves');

    await boardShows(page, WOLVES);
  });

  it('lets days pass until the week is over: each day is claimed in its turn, and the first stays missed', async () => {
    const {page, misdeeds} = await openBoard();
    const daily = page.locator('liveops-daily-rewards');

    for (let day = 3; day <= 7; day++) {
      await daily.getByRole('button', {name: `Claim: Day ${day}`}).click();
      await daily.getByText(`${day - 1} of 7 claimed`).waitFor();
      assert.equal(await daily.getByRole('button').count(), 0);
      await page.getByRole('button', {name: 'Next day'}).click();
    }

    await daily.getByText(/^Ended /).waitFor();
    const states = await daily.locator('[part~=day]').evaluateAll(days => days.map(day => day.getAttribute('part')));
    assert.deepEqual(states, ['day day-missed', ...Array<string>(6).fill('day day-claimed')]);
    assert.deepEqual(misdeeds.errors, []);
  });

  it('takes the player out of every clan, and the board shows how to join one', async () => {
    const {page} = await openBoard();

    await moveTo(page, 'none');

    await partShows(page, 'empty', /Rewards for clans\s+Join a clan in the game/);
    await boardShows(page, []);
  });

  it('lets the token end: the page gives another, and the rows stay', async () => {
    const {page} = await openBoard();

    await page.getByRole('button', {name: 'Let the token expire'}).click();
    const rejected = page.locator('output', {hasText: 'rejected: token for 3600 s'});
    // A look that meets a request on its way uses that one's answer, which may be older than the refusal.
    const refused = async (): Promise<number> => {
      await lookNow(page);
      return rejected.count();
    };
    await waitUntil(refused, 'another token for the refused one', 60_000);

    await boardShows(page, WOLVES);
    await partIsEmpty(page, 'age');
  });

  it('gives tokens of five seconds, which are asked for ahead of their end', async () => {
    const {page} = await openBoard();

    await page.getByLabel('Life of the next ones').selectOption('5');
    await page.getByRole('button', {name: 'Let the token expire'}).click();
    const asked = page.locator('output', {hasText: /^expiring: token for 5 s/});
    // The first look may meet a request on its way, and the word of the refusal is soon followed by the next.
    const askedAhead = async (): Promise<boolean> => {
      if (await asked.count()) return true;
      await lookNow(page);
      return false;
    };
    await waitUntil(askedAhead, 'another token ahead of the end', 60_000);

    // On a busy machine a token of five seconds may also end on its way; what counts is that it is asked for ahead.
    assert.ok((await demo.sandbox.readLog()).some(({status}) => status === 401));
  });

  it('starts over', async () => {
    const {page} = await openBoard();
    await moveTo(page, 'ravens');
    await boardShows(page, ['corvid 20']);

    await page.getByRole('button', {name: 'Start over'}).click();

    await boardShows(page, WOLVES);
  });

  it('lists the requests', async () => {
    const {page} = await openBoard();

    await page.getByRole('button', {name: 'Give points'}).click();

    await page
      .locator('#log li', {hasText: /^200 GET ….*contributors\/101\/top$/})
      .first()
      .waitFor();
  });
});
