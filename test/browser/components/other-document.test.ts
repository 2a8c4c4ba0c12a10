import '../../../components/clan-contributors/define.js';

import {expect} from 'chai';
import {listenForFaults} from './faults.js';
import {element as create} from './page.js';
import './scene.js';

const TAGS = [
  'liveops-clan-contributors',
  'liveops-reward-chain',
  'liveops-clan-switch',
  'liveops-daily-rewards',
  'liveops-offer-chain',
  'liveops-offers',
  'liveops-redeem-code',
  'liveops-session',
] as const;

/** Another document with a window, as one that the page opened. */
function openWindow(): HTMLIFrameElement {
  return document.body.appendChild(document.createElement('iframe'));
}

const looks = (element: HTMLElement): string[] => {
  const {display, color, borderTopStyle} = element.ownerDocument.defaultView!.getComputedStyle(element);
  return [display, color, borderTopStyle];
};

for (const tag of TAGS)
  describe(`<${tag}> and the document of another window`, () => {
    let frame: HTMLIFrameElement;
    let faults: () => Promise<unknown[]>;

    beforeEach(() => {
      frame = openWindow();
      faults = listenForFaults();
    });

    afterEach(() => frame.remove());

    /** How it looks when it has always been in the page. */
    async function atHome(): Promise<string[]> {
      const element = document.body.appendChild(create(tag));
      await element.updateComplete;
      const look = looks(element);
      element.remove();
      return look;
    }

    it('it keeps its look when it is moved there and when it comes back', async () => {
      const expected = await atHome();
      const element = document.body.appendChild(create(tag));
      await element.updateComplete;

      frame.contentDocument!.body.append(element);
      await element.updateComplete;
      expect(looks(element)).to.deep.equal(expected);
      document.body.append(element);
      await element.updateComplete;
      expect(looks(element)).to.deep.equal(expected);
      frame.contentDocument!.body.append(element);
      await element.updateComplete;

      expect(looks(element)).to.deep.equal(expected);
      expect(await faults()).to.deep.equal([]);
    });

    it('it has its look when it is made for it, and shares its sheets there', async () => {
      const expected = await atHome();
      const [one, other] = [create(tag), create(tag)];

      frame.contentDocument!.body.append(one, other);
      await Promise.all([one.updateComplete, other.updateComplete]);

      expect([looks(one), looks(other)]).to.deep.equal([expected, expected]);
      expect(one.shadowRoot!.adoptedStyleSheets[0] === other.shadowRoot!.adoptedStyleSheets[0]).to.equal(true);
      expect(await faults()).to.deep.equal([]);
    });

    it('it passes through a document without a window', async () => {
      const expected = await atHome();
      const element = create(tag);

      document.implementation.createHTMLDocument('').body.append(element);
      await element.updateComplete;
      document.body.append(element);
      await element.updateComplete;

      expect(looks(element)).to.deep.equal(expected);
      expect(await faults()).to.deep.equal([]);
      element.remove();
    });
  });
