import '../../../components/clan-contributors/define.js';
import '../../../components/clan-switch/define.js';
import '../../../components/reward-chain/define.js';

import {expect} from 'chai';
import {emulateMedia, itFollowsSystem} from '../../support/media.js';
import {boardIn} from './states.js';
import {chainIn} from './chain-states.js';
import {dailyIn} from './daily-states.js';
import {itemsIn} from './item-states.js';
import {offersIn} from './offer-states.js';
import {codeIn} from './redeem-states.js';
import {play, press} from './scene.js';
import {parts, shown} from './page.js';

/** What a page may say about its own texts; each would hide, move or change a text of ours. */
const RULES: Readonly<Record<string, string>> = {
  'font-style': 'italic',
  'font-variant-caps': 'small-caps',
  'font-stretch': '50%',
  'font-feature-settings': '"zero"',
  'font-kerning': 'none',
  'line-height': '0',
  'letter-spacing': '20px',
  'word-spacing': '40px',
  'text-align': 'center',
  'text-align-last': 'justify',
  'text-indent': '-9999px',
  'text-shadow': '0 0 9px red',
  'text-emphasis-style': '"x"',
  'text-transform': 'uppercase',
  'white-space': 'nowrap',
  'word-break': 'break-all',
  'overflow-wrap': 'normal',
  'line-break': 'anywhere',
  hyphens: 'auto',
  color: 'rgb(1, 2, 3)',
  '-webkit-text-fill-color': 'transparent',
  '-webkit-text-stroke-width': '4px',
  '-webkit-text-security': 'disc',
};

const ELEMENTS: Readonly<Record<string, () => Promise<HTMLElement>>> = {
  'liveops-clan-contributors': () => boardIn('four rows'),
  'liveops-reward-chain': () => chainIn('default'),
  'liveops-daily-rewards': () => dailyIn('default'),
  'liveops-offer-chain': () => offersIn('waiting for the payment'),
  'liveops-offers': () => itemsIn('waiting for the payment'),
  'liveops-redeem-code': () => codeIn('history'),
  'liveops-clan-switch': async () => {
    const {element} = await play('liveops-clan-switch', 'poor-new-clan');
    await press(element, 'preview');
    await shown(element, 'reward');
    return element;
  },
};

/** The rules as they are for every element with a text of its own, and where that element is. */
function textRules(element: Element): unknown[] {
  const leaves = [...element.shadowRoot!.querySelectorAll('*')].filter(({childNodes}) =>
    [...childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()),
  );
  return leaves.map(leaf => {
    const style = getComputedStyle(leaf);
    const {width, height} = leaf.getBoundingClientRect();
    const rules = Object.keys(RULES).map(rule => `${rule}: ${style.getPropertyValue(rule)}`);
    return {text: leaf.textContent, rules, width: Math.round(width), height: Math.round(height)};
  });
}

function sizesOf(element: Element): string[] {
  return [...element.shadowRoot!.querySelectorAll('bdi, button')].map(each => getComputedStyle(each).fontSize);
}

for (const [tag, show] of Object.entries(ELEMENTS))
  describe(`The texts of <${tag}>`, () => {
    afterEach(() => {
      document.body.style.cssText = '';
      return emulateMedia({colorScheme: 'light'});
    });

    it('look the same whatever the page around says about its own texts', async () => {
      const element = await show();
      document.body.style.width = '320px';
      const before = textRules(element);

      for (const [rule, value] of Object.entries(RULES)) {
        document.body.style.setProperty(rule, value);
        expect(document.body.style.getPropertyValue(rule), rule).not.to.equal('');
      }

      expect(before).not.to.be.empty;
      expect(textRules(element)).to.deep.equal(before);
    });

    it('are written in lines also in a page of columns', async () => {
      const element = await show();

      document.body.style.writingMode = 'vertical-rl';

      const modes = [...element.shadowRoot!.querySelectorAll('bdi')].map(each => getComputedStyle(each).writingMode);
      expect(new Set(modes)).to.deep.equal(new Set(['horizontal-tb']));
    });

    it('have their size also on a page that hides the texts around by theirs', async () => {
      const element = await show();
      element.style.setProperty('--liveops-font', 'initial');
      document.body.style.width = '320px';
      const looks = (): unknown[] => [...textRules(element), ...sizesOf(element)];
      const before = looks();

      document.body.style.fontSize = '0';

      expect(sizesOf(element)).not.to.be.empty;
      expect(looks()).to.deep.equal(before);
    });

    it('can be read there in a font whose size is that of the texts around', async () => {
      const element = await show();
      const before = sizesOf(element);
      element.style.setProperty('--liveops-font', '400 1em/1.4 serif');

      document.body.style.fontSize = '0';

      expect(sizesOf(element)).to.deep.equal(before);
    });

    it('stay inside also where a page styles every element of its own so', async () => {
      const element = await show();
      document.body.style.width = '240px';
      const before = textRules(element);

      element.style.cssText = 'white-space: nowrap; text-indent: -9999px';

      expect(textRules(element)).to.deep.equal(before);
    });

    itFollowsSystem('say which colour scheme they are in', async () => {
      const element = await show();
      const schemeOf = (): string => getComputedStyle(element).colorScheme;
      const light = schemeOf();

      await emulateMedia({colorScheme: 'dark'});
      const dark = schemeOf();
      element.setAttribute('theme', 'light');

      expect([light, dark, schemeOf()]).to.deep.equal(['light', 'dark', 'light']);
      element.setAttribute('theme', 'dark');
      await emulateMedia({colorScheme: 'light'});
      expect(schemeOf()).to.equal('dark');
    });
  });

describe('The name of a player on <liveops-clan-contributors>', () => {
  it('is never set in capitals, even where the page styles the element so', async () => {
    const board = await boardIn('four rows');
    board.style.textTransform = 'uppercase';

    for (const name of parts(board, 'name'))
      expect(getComputedStyle(name.querySelector('bdi')!).textTransform).to.equal('none');
  });
});
