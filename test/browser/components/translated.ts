import {expect} from 'chai';
import {addMessages} from '../../../src/index.js';
import ar from '../../../src/languages/ar.js';
import bg from '../../../src/languages/bg.js';
import cs from '../../../src/languages/cs.js';
import de from '../../../src/languages/de.js';
import es from '../../../src/languages/es.js';
import fil from '../../../src/languages/fil.js';
import fr from '../../../src/languages/fr.js';
import he from '../../../src/languages/he.js';
import id from '../../../src/languages/id.js';
import it_ from '../../../src/languages/it.js';
import ja from '../../../src/languages/ja.js';
import km from '../../../src/languages/km.js';
import ko from '../../../src/languages/ko.js';
import lo from '../../../src/languages/lo.js';
import my from '../../../src/languages/my.js';
import ne from '../../../src/languages/ne.js';
import pl from '../../../src/languages/pl.js';
import pt from '../../../src/languages/pt.js';
import ro from '../../../src/languages/ro.js';
import ru from '../../../src/languages/ru.js';
import th from '../../../src/languages/th.js';
import tr from '../../../src/languages/tr.js';
import vi from '../../../src/languages/vi.js';
import zhHans from '../../../src/languages/zh-Hans.js';
import zhHant from '../../../src/languages/zh-Hant.js';
import {english} from '../../../src/text/messages.js';
import {pseudoMessages} from '../../../src/text/pseudo.js';
import {describeInFonts} from './in-fonts.js';

const LANGUAGES = {
  ...{ar, bg, cs, de, es, fil, fr, he, id, it: it_, ja, km, ko, lo, my, ne, pl, pt, ro, ru, th, tr, vi},
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  pseudo: pseudoMessages(),
};

/** Our own texts that stick out of their button, tile or card, or are cut off. */
function cutIn(element: Element): string[] {
  const section = element.shadowRoot!.querySelector('section')!;
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  const cut: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement!;
    const isOurs = node.textContent!.trim() && !holder.closest('[translate=no], .mark');
    if (isOurs && isSeen(holder) && isCut(node, holder)) cut.push(node.textContent!);
  }
  return cut;
}

/** Neither it nor what it is in is only read aloud. */
function isSeen(holder: Element | null): boolean {
  return !holder || (getComputedStyle(holder).clipPath === 'none' && isSeen(holder.parentElement));
}

function isCut(text: Node, holder: HTMLElement): boolean {
  const range = document.createRange();
  range.selectNodeContents(text);
  const [inner, outer] = [range, holder.closest('button, li, section')!].map(one => one.getBoundingClientRect());
  const isClipped = holder.clientWidth > 0 && holder.scrollWidth > holder.clientWidth + 1;
  return isClipped || inner!.left < outer!.left - 1 || inner!.right > outer!.right + 1;
}

/** Texts that are neither ours, in brackets, nor somebody's name. */
function strangersIn(element: Element): string[] {
  const section = element.shadowRoot!.querySelector('section')!;
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  const strangers: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent!.trim();
    if (/\p{L}/u.test(text) && !/\[.*~\]/s.test(text) && !node.parentElement!.closest('[translate=no]'))
      strangers.push(text);
  }
  return strangers;
}

type Translated = {
  readonly tag: string;
  readonly states: readonly string[];
  /** An element in that state. */
  readonly open: (state: string) => Promise<HTMLElement & {readonly updateComplete: Promise<unknown>}>;
};

/** Tests that an element says nothing in English on a page in another language, and that no language is cut at 240 px. */
export function testTranslated({tag, states, open}: Translated): void {
  describe(`<${tag}> in another language`, () => {
    afterEach(() => addMessages('en', english));

    for (const state of states)
      it(`has no text that stays English: ${state}`, async () => {
        const element = await open(state);

        addMessages('en', pseudoMessages());
        await element.updateComplete;

        expect(strangersIn(element)).to.deep.equal([]);
      });
  });

  const cutsNothing = (): void => {
    afterEach(() => addMessages('en', english));

    for (const state of states)
      it(`cuts no text in any language: ${state}`, async () => {
        const element = await open(state);
        element.style.width = '240px';

        for (const [name, texts] of Object.entries(LANGUAGES)) {
          addMessages('en', texts);
          await element.updateComplete;
          expect(cutIn(element), name).to.deep.equal([]);
        }
      });
  };
  // The same texts in the narrow font are shorter.
  describeInFonts(`<${tag}> in a column of 240 px`, cutsNothing, ['wide']);
}
