import {expect} from 'chai';
import {trackOn} from './track.js';
import {step} from '../../support/wire.js';
import {parts, shown, texts} from './page.js';
import {play, says} from './scene.js';

const TAG = 'liveops-reward-chain';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const isoIn = (ms: number): string => new Date(Date.now() + ms).toISOString();
const resetIn = (ms: number, unit = 1_000): object => ({
  interval_type: 'weekly',
  reset_next_date: Math.round((Date.now() + ms) / unit),
});

/** What a chain with these dates says about its time. */
async function countdown(date_end: string | null, recurrent_schedule: unknown, locale = 'en-US'): Promise<string> {
  const {element} = trackOn({date_end, recurrent_schedule, steps: [step(1, 100)]}, {session: {locale}});
  await shown(element, 'step');
  return texts(element, 'countdown')[0]!;
}

describe('The countdown of <liveops-reward-chain>', () => {
  it('says nothing where the chain neither resets nor ends', async () => {
    expect(await countdown(null, null)).to.equal('');
  });

  it('shows the reset, in seconds since 1970', async () => {
    expect(await countdown(null, resetIn(3 * DAY + MINUTE))).to.equal('Resets in 3 days');
  });

  it('shows the reset, in milliseconds since 1970', async () => {
    expect(await countdown(null, resetIn(3 * DAY + MINUTE, 1))).to.equal('Resets in 3 days');
  });

  it('shows the end', async () => {
    expect(await countdown(isoIn(5 * DAY + MINUTE), null)).to.equal('Ends in 5 days');
  });

  it('shows whichever comes first', async () => {
    expect(await countdown(isoIn(5 * DAY + MINUTE), resetIn(2 * DAY + MINUTE))).to.equal('Resets in 2 days');
    expect(await countdown(isoIn(2 * DAY + MINUTE), resetIn(5 * DAY + MINUTE))).to.equal('Ends in 2 days');
  });

  it('shows hours and minutes when it is near', async () => {
    expect(await countdown(null, resetIn(5.5 * 60 * MINUTE))).to.equal('Resets in 5 hours');
    expect(await countdown(null, resetIn(47.5 * MINUTE))).to.equal('Resets in 47 minutes');
    expect(await countdown(null, resetIn(30_500))).to.match(/^Resets in (30|29) seconds$/);
  });

  it('shows an end that is past as past', async () => {
    const {element} = await play(TAG, 'ended', {attributes: {'reward-chain-id': '101'}});
    await shown(element, 'step');

    expect(texts(element, 'countdown')).to.deep.equal(['Ended 24 hours ago']);
  });

  it('does not show a reset that is past as one to come', async () => {
    expect(await countdown(isoIn(5 * DAY + MINUTE), resetIn(-2 * DAY))).not.to.match(/^Resets .*ago|^Resets yesterday/);
  });

  it('says nothing about a date that cannot be read', async () => {
    expect(await countdown('some day', {interval_type: 'weekly', reset_next_date: 'soon'})).to.equal('');
  });

  it('moves on while the page is open, also past the end, without asking the server', async () => {
    const {api, element} = trackOn(
      {date_end: isoIn(2_500), steps: [step(1, 100)]},
      {element: {'reward-chain-id': '101'}},
    );
    await shown(element, 'step');

    await says(element, /Ends in 1 second/);
    await says(element, /Ended \d seconds? ago/);

    expect(api.paths).to.have.length(1);
  });

  it('is no news to hear each second', async () => {
    const {element} = trackOn({date_end: isoIn(DAY), steps: [step(1, 100)]});
    await shown(element, 'step');

    expect(parts(element, 'countdown')[0]!.closest('[role], [aria-live]')).to.equal(null);
  });

  it('speaks one language, which is that of the words', async () => {
    expect(await countdown(null, resetIn(3 * DAY + MINUTE), 'de')).to.equal('Resets in 3 days');
  });

  it('shows next to a chain that resets soon', async () => {
    const {element} = await play(TAG, 'reset-soon');
    await shown(element, 'step');

    expect(texts(element, 'countdown')[0]).to.match(/^Resets in 4[67] minutes$/);
    expect(parts(element, 'claim').length).to.equal(2);
  });
});
