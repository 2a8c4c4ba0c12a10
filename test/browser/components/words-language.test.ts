import {expect} from 'chai';
import {messages} from '../../../src/text/messages.js';
import {trackOn} from './track.js';
import {step, worth} from '../../support/wire.js';
import {failing, LIST} from './fake-api.js';
import {parts, shown, texts} from './page.js';
import {play, says, press} from './scene.js';

/** One of each script, plural rule and set of digits; `en-GB` and an unreadable one speak the language of our words. */
const FOREIGN =
  'ar bn cs de es fa fi fr he hi id it ja ko mr my nl pl pt-BR ro ru sv th tr uk vi zh-Hans zh-Hant'.split(' ');
const ENGLISH = ['en', 'en-GB', 'en-IN', 'en-001'];

const DAY = 86_400_000;
const inDays = (days: number): number => Date.now() + days * DAY + 60_000;

const FIELDS = {value_point: worth(1_155), steps: [step(1, 2_000), step(2, 12_000)]};
const TIMES: Readonly<Record<string, object>> = {
  'Resets in 3 days': {recurrent_schedule: {interval_type: 'weekly', reset_next_date: Math.round(inDays(3) / 1_000)}},
  'Ends in 5 days': {date_end: new Date(inDays(5)).toISOString()},
};

const langOf = (element: Element): string | null => element.closest('[lang]')?.getAttribute('lang') ?? null;
const section = (element: Element): HTMLElement => element.shadowRoot!.querySelector('section')!;

/** All that a reward chain says in sentences with a time or a number in them. */
async function sentences(locale: string, fields: object) {
  const {api, session, element} = trackOn(
    {...FIELDS, ...fields},
    {
      session: {locale},
      element: {'reward-chain-id': '101'},
    },
  );
  await shown(element, 'step');
  const countdown = texts(element, 'countdown')[0];
  const [progress] = texts(element, 'progress');
  const states = [...element.shadowRoot!.querySelectorAll('.state')].map(({textContent}) => textContent);
  api.on(LIST, failing(403));
  await session.session!.$rewardChains.reload().catch(() => undefined);
  await says(element, 'Updated');
  const [age] = texts(element, 'age');
  const [threshold] = parts(element, 'threshold');
  const figure = [threshold!.textContent, threshold!.getAttribute('lang')];
  const lang = section(element).getAttribute('lang');
  session.remove();
  return {countdown, progress, states, age, figure, lang};
}

describe('The words of an element whose player speaks another language', () => {
  it('messages with a time are these, so that none is forgotten here', () => {
    const withTime = Object.values(messages).filter(text => /\{(when|age)\}/.test(text));
    // The others are tested with daily rewards, offer chains and offers.
    const own = [messages.updated, messages.resets, messages.ends, messages.ended];
    const ofOffers = [messages.boughtAllUntil, messages.discountEnds, messages.giftEnds];
    const known = [...own, messages.nextDay, messages.offerStartsAgain, ...ofOffers];
    expect(withTime).to.deep.equal(known);
  });

  for (const locale of FOREIGN)
    it(`are in one language in each sentence, and named for readers: ${locale}`, async () => {
      for (const [countdown, fields] of Object.entries(TIMES)) {
        const found = await sentences(locale, fields);

        expect(found.countdown).to.equal(countdown);
        expect(found.age).to.match(/^Updated \d+ seconds? ago$/);
        expect([found.progress, found.states]).to.deep.equal(['1,155 of 12,000', ['845 to go', '10,845 to go']]);
        expect(found.lang).to.equal('en');
        expect(found.figure).to.deep.equal([new Intl.NumberFormat(locale).format(2_000), locale]);
      }
    });

  it('are in one language, too, when a chain ends while the page is open', async () => {
    const date_end = new Date(Date.now() + 1_500).toISOString();
    const {element} = trackOn({...FIELDS, date_end}, {session: {locale: 'de'}, element: {'reward-chain-id': '101'}});
    await shown(element, 'step');

    await says(element, /Ended \d seconds? ago/);
  });

  for (const locale of ENGLISH)
    it(`need no name where it is theirs: ${locale}`, async () => {
      const found = await sentences(locale, TIMES['Ends in 5 days']!);

      expect([found.countdown, found.lang, found.figure]).to.deep.equal(['Ends in 5 days', null, ['2,000', null]]);
      expect(found.progress).to.equal(`1,155 of ${new Intl.NumberFormat(locale).format(12_000)}`);
    });

  it('have points in their own language in a clan switch, too', async () => {
    const {element, session} = await play('liveops-clan-switch', 'poor-new-clan');
    Object.assign(session, {locale: 'de'});
    await session.updateComplete;
    await press(element, 'preview');
    await says(element, 'points stay');

    expect(section(element).getAttribute('lang')).to.equal('en');
    expect(element.shadowRoot!.textContent).to.match(/\b[\d,]+ points stay/);
  });

  it('leave the project’s own words in the language they are in', async () => {
    const {element} = trackOn(
      {...FIELDS, popup_header: {en: 'Rewards', de: 'Belohnungen'}, popup_instruction: {en: 'Join.', de: null}},
      {session: {locale: 'de-AT', clan: ''}},
    );
    const box = await shown(element, 'how-to-join');

    const [title, text] = [...box.querySelectorAll('p')];
    expect([title!.textContent, langOf(title!)]).to.deep.equal(['Belohnungen', 'de-AT']);
    expect([text!.textContent, langOf(text!)]).to.deep.equal(['Join.', 'en']);
  });

  it('follow the session when its language changes', async () => {
    const {session, element} = trackOn(FIELDS, {session: {locale: 'de'}});
    await shown(element, 'step');
    expect(section(element).lang).to.equal('en');

    session.locale = 'en-US';
    await session.updateComplete;
    await shown(element, 'step');
    await element.updateComplete;

    expect(section(element).hasAttribute('lang')).to.equal(false);
  });
});
