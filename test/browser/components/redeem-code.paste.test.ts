import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {nextEvent} from '../../support/next-event.js';
import {waitUntil} from '../../support/wait-until.js';
import {shown, texts} from './page.js';
import {call, codesOn, fieldOf, receipts, type} from './redeem-states.js';
import {press, says} from './scene.js';

const MODIFIER = /Mac/.test(navigator.platform) ? 'Meta' : 'Control';

/** WebDriver, which runs WebKit, has no key that stays down; what it types at once is pressed together. */
const HAS_CHORDS_ONLY = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);
/** WebDriver's name of the Control key. */
const CONTROL = '\ue009';

async function shortcut(key: string): Promise<void> {
  if (HAS_CHORDS_ONLY) return await sendKeys({type: `${CONTROL}${key}`});
  await sendKeys({down: MODIFIER});
  await sendKeys({press: key});
  await sendKeys({up: MODIFIER});
}

/** Copies a text as a player does, from another place of the page. */
async function copy(text: string): Promise<void> {
  const place = document.createElement('textarea');
  place.value = text;
  document.body.append(place);
  place.focus();
  place.select();
  await shortcut('c');
  place.remove();
}

/** Pastes into the field with the keys of the platform. */
async function paste(element: Element, text: string): Promise<void> {
  await copy(text);
  fieldOf(element).focus();
  const pasted = nextEvent<ClipboardEvent>(element, 'paste');
  await shortcut('v');
  expect((await pasted).isTrusted, 'a paste of the browser').to.equal(true);
}

describe('A code that is pasted into <liveops-redeem-code>', () => {
  for (const [what, text] of [
    ['as it is', 'WELCOME'],
    ['with blanks around it', '  WELCOME \t'],
    ['with line ends around it', '\nWELCOME\n'],
    ['with characters that nobody sees', '\u200b\ufeffWEL\u00adCOME\u200e'],
  ] as const)
    it(`is the code alone: ${what}`, async () => {
      const {element, calls} = await codesOn();

      await paste(element, text);
      await waitUntil(() => fieldOf(element).value === 'WELCOME', `the code, not ${fieldOf(element).value}`);
      expect(calls).to.deep.equal([]);

      await sendKeys({press: 'Enter'});
      await shown(element, 'preview');
      expect(calls).to.deep.equal([call('GET', 'promotion/code/WELCOME/verify')]);
    });

  it('keeps its case', async () => {
    const {element} = await codesOn();

    await paste(element, 'WelCome');

    await waitUntil(() => fieldOf(element).value === 'WelCome', 'the code');
  });

  for (const text of ['WEL-COME', 'WEL COME', 'WEL\u2013COME', 'W E L C O M E'])
    it(`is offered without what groups it: ${text}`, async () => {
      const {element, calls} = await codesOn();

      await paste(element, text);
      await says(element, 'Did you mean WELCOME?');
      expect(fieldOf(element).value).to.equal(text);
      expect(calls).to.deep.equal([]);

      await press(element, 'ungroup');
      await shown(element, 'preview');
      expect(fieldOf(element).value).to.equal('WELCOME');
    });

  for (const text of ['WELCOME\nBUNDLE', 'WELCOME\r\n\r\nBUNDLE\r\nGIFT', 'WELCOME, BUNDLE', 'WELCOME;BUNDLE'])
    it(`is the first of several, and says so: ${JSON.stringify(text)}`, async () => {
      const {element, calls} = await codesOn();

      await paste(element, text);
      await says(element, 'You pasted several codes. This is the first one');
      expect(fieldOf(element).value).to.equal('WELCOME');

      await press(element, 'check');
      await shown(element, 'preview');
      expect(calls).to.deep.equal([call('GET', 'promotion/code/WELCOME/verify')]);
    });

  it('is not sent with other characters', async () => {
    const {element, calls} = await codesOn();

    await paste(element, 'WELC0ME!');
    await press(element, 'check');
    await says(element, 'letters and digits only');

    expect(fieldOf(element).value).to.equal('WELC0ME!');
    expect(calls).to.deep.equal([]);
  });

  it('takes the place of what is selected, and is put into what is not', async () => {
    const {element} = await codesOn();
    type(element, 'OLD');
    await element.updateComplete;
    await copy('WELCOME');
    fieldOf(element).focus();
    fieldOf(element).select();
    await shortcut('v');
    await waitUntil(() => fieldOf(element).value === 'WELCOME', 'the code in place of the other');

    fieldOf(element).setSelectionRange(3, 3);
    await shortcut('v');
    await waitUntil(() => fieldOf(element).value === 'WELWELCOMECOME', 'the code in the middle');
  });

  it('is redeemed by keys alone', async () => {
    const {element} = await codesOn();
    await paste(element, 'WELCOME');
    await sendKeys({press: 'Enter'});
    await shown(element, 'preview');
    await waitUntil(
      () => !element.shadowRoot!.querySelector<HTMLButtonElement>('[part~=commit]')!.disabled,
      'the button',
    );

    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});

    await receipts(element, 'redeemed');
    expect(texts(element, 'receipt-code')).to.deep.equal(['Code WELCOME']);
  });
});
