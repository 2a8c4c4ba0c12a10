import {expect} from 'chai';
import {addMessages} from '../../../src/index.js';
import ar from '../../../src/languages/ar.js';
import de from '../../../src/languages/de.js';
import {english} from '../../../src/text/messages.js';
import type {Intent} from '../../../src/ui/navigation/intents.js';
import {navigatePage, perform} from '../../../src/ui/navigation/page.js';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains, WOLVES} from '../../support/wire.js';
import {dailyIn} from './daily-states.js';
import {board as path, FakeApi, LIST} from './fake-api.js';
import {describeInFonts} from './in-fonts.js';
import {mount, names, shown} from './page.js';
import {focused, play} from './scene.js';

/** How to come to each element, and how a player walks through it. */
const ELEMENTS = {
  'a board': async () => {
    const {board} = mount(new FakeApi().on(path(101), WOLVES).on(LIST, chains(chain())));
    await names(board);
    await shown(board, 'climb');
    return board;
  },
  'daily rewards': () => dailyIn('default'),
  'a month': () => dailyIn('month'),
  'daily rewards in a strip': () => dailyIn('strip'),
  'a reward chain': async () => {
    const {element} = await play('liveops-reward-chain', 'default', {attributes: {'claim-all': ''}});
    await shown(element, 'claim');
    return element;
  },
  'an offer chain': async () => {
    const {element} = await play('liveops-offer-chain', 'default');
    await shown(element, 'step');
    return element;
  },
  'a code field': async () => (await play('liveops-redeem-code', 'default')).element,
  'a clan switch': async () => {
    const {element} = await play('liveops-clan-switch', 'default');
    await waitUntil(() => element.shadowRoot!.querySelector('button:not(:disabled)'), 'a button');
    return element;
  },
};

const WALK: readonly Intent[] = ['down', 'down', 'down', 'up', 'right', 'left', 'next', 'previous'];

/** The part with the focus, and which one of them it is. */
function place(element: Element): string {
  const now = focused(element);
  const part = now?.getAttribute('part') ?? now?.localName ?? 'nothing';
  const same = [...element.shadowRoot!.querySelectorAll(`[part="${part}"]`)];
  return now && same.length > 1 ? `${part} ${same.indexOf(now) + 1}` : part;
}

/** The walk for each width. */
const GOLDEN: Readonly<Record<keyof typeof ELEMENTS, readonly [narrow: string, medium: string, wide: string]>> = {
  'a board': [
    'climb, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
    'climb, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
    'climb, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
  ],
  'daily rewards': [
    'claim, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
    'claim, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
    'claim, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
  ],
  'a month': [
    'list, list, list, list, exit right, exit left, claim, list',
    'list, list, claim, list, exit right, exit left, claim, list',
    'list, list, claim, list, exit right, exit left, claim, list',
  ],
  'daily rewards in a strip': [
    'claim, exit down, exit down, exit up, claim, claim, exit next, list',
    'claim, exit down, exit down, exit up, claim, claim, exit next, list',
    'claim, exit down, exit down, exit up, exit right, exit left, exit next, list',
  ],
  'a reward chain': [
    'claim-all, claim 1, claim 2, claim 1, exit right, exit left, climb, claim 1',
    'claim-all, claim 1, claim 2, claim 1, exit right, exit left, climb, claim 1',
    'claim-all, claim 1, claim 2, claim 1, exit right, exit left, climb, claim 1',
  ],
  'an offer chain': [
    'buy, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
    'buy, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
    'buy, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
  ],
  'a code field': [
    'field, submit check, exit down, field, exit right, exit left, submit check, field',
    'field, exit down, exit down, exit up, submit check, field, submit check, field',
    'field, exit down, exit down, exit up, submit check, field, submit check, field',
  ],
  'a clan switch': [
    'preview, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
    'preview, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
    'preview, exit down, exit down, exit up, exit right, exit left, exit next, exit previous',
  ],
};

const MIRRORED: Readonly<Record<string, string>> = {left: 'right', right: 'left'};
const mirrored = <T extends string>(dir: T): T => (MIRRORED[dir] ?? dir) as T;

/** Over the page, so that the walk does not depend on how much of it the engine's window shows. */
function column(element: HTMLElement, width: number): void {
  element.style.cssText = `position: fixed; inset-block-start: 0; inset-inline-start: 0; width: ${width}px`;
}

/** The walk's places in an element that is there. */
function walkThrough(element: Element, intents: readonly Intent[]): string[] {
  const walk: string[] = [];
  const navigator = {exit: (dir: string) => void walk.push(`exit ${dir}`), cancel: () => undefined};
  const stop = navigatePage(navigator);
  for (const intent of intents) {
    const before = walk.length;
    perform(intent, navigator);
    if (walk.length === before) walk.push(place(element));
  }
  stop();
  return walk;
}

/** The places without repeats: a press may only scroll, and how often depends on the length of the texts. */
const withoutScrolls = (walk: readonly string[]): string[] => walk.filter((step, index) => step !== walk[index - 1]);

/** Languages whose walks are those of English: one with long words, and one that is read from right to left. */
const LANGUAGES = {en: english, de, ar};

function speak(language: keyof typeof LANGUAGES): void {
  addMessages(language, LANGUAGES[language]);
  Object.assign(document.documentElement, {lang: language, dir: language === 'ar' ? 'rtl' : 'ltr'});
}

describeInFonts('A walk through', () => {
  afterEach(() => speak('en'));

  for (const [name, open] of Object.entries(ELEMENTS))
    for (const [index, width] of [280, 480, 1024].entries()) {
      const golden = GOLDEN[name as keyof typeof ELEMENTS][index]!;

      it(`${name}, ${width} px wide, goes where it always went`, async () => {
        const element = await open();
        column(element, width);

        expect(walkThrough(element, WALK).join(', ')).to.equal(golden);
      });

      it(`${name}, ${width} px wide, goes the mirrored way in Arabic`, async () => {
        speak('ar');
        const element = await open();
        column(element, width);

        const walk = walkThrough(element, WALK.map(mirrored));

        const ltr = walk.map(step => step.replace(/left|right/, mirrored));
        expect(getComputedStyle(element.shadowRoot!.querySelector('section')!).direction).to.equal('rtl');
        expect(ltr.join(', ')).to.equal(golden);
      });
    }

  for (const [name, open] of Object.entries(ELEMENTS))
    it(`${name}, 280 px wide, goes the same way in German`, async () => {
      speak('de');
      const element = await open();
      column(element, 280);

      const golden = GOLDEN[name as keyof typeof ELEMENTS][0].split(', ');
      expect(withoutScrolls(walkThrough(element, WALK))).to.deep.equal(withoutScrolls(golden));
    });
});
