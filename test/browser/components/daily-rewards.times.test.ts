import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {shown, texts} from './page.js';
import {play} from './scene.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const realNow = Date.now;

afterEach(() => {
  Date.now = realNow;
});

/** The text about the next day, which opens so long from now by the server, whose answers carry its time or do not. */
async function nextIn(ms: number, {hasDate = true, deviceMs = 0, locale = ''} = {}): Promise<string> {
  const opens = Math.round((realNow() + ms) / 1_000);
  Date.now = () => realNow() + deviceMs;
  const {element} = await play('liveops-daily-rewards', 'rolling', {
    ...(locale && {session: {locale}}),
    async change(_call, answer) {
      const page = (await (await answer()).json()) as {items: {steps: object[]}[]};
      page.items[0]!.steps = [{step_number: 1, status: 'claim_in_future', unlocked_date: opens, items: []}];
      const headers = new Headers(hasDate ? {date: new Date(realNow()).toUTCString()} : {});
      return Response.json(page, {headers});
    },
  });
  await shown(element, 'day');
  return waitUntil(() => texts(element, 'next')[0], 'the text about the next day');
}

describe('A day that opens', () => {
  it('is announced by a region that was there before, and the days that the player finds are not', async () => {
    let status = 'claim_in_future';
    const {element, session} = await play('liveops-daily-rewards', 'rolling', {
      async change(_call, answer) {
        const page = (await (await answer()).json()) as {items: {steps: object[]}[]};
        page.items[0]!.steps = [
          {step_number: 1, status: 'claimed', items: []},
          {step_number: 2, status, unlocked_date: Math.round(realNow() / 1_000) + 60, items: []},
        ];
        return Response.json(page);
      },
    });
    await shown(element, 'day-upcoming');
    const regions = [...element.shadowRoot!.querySelectorAll('[role=status].visually-hidden')];
    expect(regions.map(({textContent}) => textContent.trim())).to.deep.equal(['']);

    status = 'claimable';
    await session.session!.$dailyChains.reload();
    await shown(element, 'day-claimable');

    expect(regions.map(({textContent}) => textContent.trim())).to.deep.equal(['You can claim day 2 now.']);
  });
});

describe('The time to the next day', () => {
  for (const [name, deviceMs] of [
    ['right', 0],
    ['five hours ahead', 5 * HOUR],
    ['five hours behind', -5 * HOUR],
    ['three years ahead', 1_000 * DAY],
    ['in 1970', -realNow()],
  ] as const)
    it(`is the server’s on a device whose clock is ${name}`, async () => {
      expect(await nextIn(3 * HOUR + 30 * MINUTE, {deviceMs})).to.match(/^Next reward in 3 hours: \w+, \d/);
    });

  for (const locale of ['ar', 'de', 'ja', 'th'])
    it(`is shown in the language of our words to a player who speaks another: ${locale}`, async () => {
      expect(await nextIn(3 * HOUR + 30 * MINUTE, {locale})).to.match(/^Next reward in 3 hours: \w+, \d/);
    });

  it('is shown with a date only where the device’s clock is wrong and nobody knows by how much', async () => {
    const text = await nextIn(3 * HOUR, {hasDate: false, deviceMs: -realNow()});

    expect(text).to.match(/^Next reward: \w+, \w+ \d+, .*\d:\d\d/);
  });

  it('is never negative: a moment that has passed is the server’s to confirm', async () => {
    expect(await nextIn(-2 * HOUR)).to.equal('The next reward opens any moment.');
    expect(await nextIn(-2 * DAY, {deviceMs: 5 * HOUR})).to.equal('The next reward opens any moment.');
  });

  it('is counted in days where it is far', async () => {
    expect(await nextIn(5 * DAY + HOUR)).to.match(/^Next reward in 5 days: \w+, \w+ \d+, /);
  });
});
