import {expect} from 'chai';
import {sendKeys} from '@web/test-runner-commands';
import {nextEvent} from '../../support/next-event.js';
import {waitUntil} from '../../support/wait-until.js';
import {statesOf} from './offer-states.js';
import {parts, shown, texts} from './page.js';
import {expectFrozen, factsOf, focused, live, play, press, said, says, type Wishes} from './scene.js';

const TAG = 'liveops-offer-chain';
const CLAIM = 'POST offer_chain/301/step/number/3/claim';

type Claimed = HTMLElementEventMap['liveops-offer-claimed'];
type ClaimFailed = HTMLElementEventMap['liveops-offer-claim-failed'];

const claims = (calls: readonly string[]): string[] => calls.filter(call => call.startsWith('POST'));

const isClaimed = (element: Element): boolean => statesOf(element)[2] === 'done';

async function ready(wishes: Wishes = {}, name: Parameters<typeof play>[1] = 'offer-free') {
  const scene = await play(TAG, name, wishes);
  await shown(scene.element, 'claim');
  return scene;
}

describe('A claim in <liveops-offer-chain>', () => {
  it('is offered on the next step if that is free, under the name of what it gives', async () => {
    const {element} = await ready();

    const buttons = parts(element, 'claim');

    expect(buttons.map(({ariaLabel}) => ariaLabel)).to.deep.equal(['Claim for free: Mega potion']);
    expect(buttons[0]!.closest('[part~=step-next]')).not.to.equal(null);
    expect(parts(element, 'buy')).to.deep.equal([]);
  });

  it('is one tap: the server is asked first, the claim is sent once, and the next step opens', async () => {
    const {element, calls} = await ready();
    const before = calls.length;

    await press(element, 'claim');
    await waitUntil(() => isClaimed(element), 'the claimed step');

    expect(calls.slice(before, before + 2)).to.deep.equal(['GET offer_chain/301', CLAIM]);
    expect(claims(calls)).to.deep.equal([CLAIM]);
    expect(statesOf(element)).to.deep.equal(['done', 'done', 'done', 'next', 'locked']);
    expect(texts(element, 'buy')).to.deep.equal(['€4.99']);
  });

  it('is not sent where the page cancels the event before it', async () => {
    const {element, calls} = await ready();
    const about = nextEvent<HTMLElementEventMap['liveops-offer-claim']>(document, 'liveops-offer-claim');
    element.addEventListener('liveops-offer-claim', event => event.preventDefault(), {once: true});
    const before = calls.length;

    await press(element, 'claim');

    expect(factsOf(await about)).to.include({
      ...{bubbles: true, composed: true, cancelable: true},
      ...{chainId: 301, stepNumber: 3},
    });
    expectFrozen(await about, ['chainId', 'stepNumber']);
    await element.updateComplete;
    expect(calls.slice(before)).to.deep.equal([]);
    await press(element, 'claim');
    await waitUntil(() => isClaimed(element), 'the claimed step');
  });

  it('notifies the page with its rewards once the server has it, and is read aloud', async () => {
    const {element} = await ready();
    const claimed = nextEvent<Claimed>(document, 'liveops-offer-claimed');
    const region = parts(element, 'finished')[0]!.closest('[role=status]')!;

    await press(element, 'claim');

    const event = await claimed;
    expect(factsOf(event)).to.include({cancelable: false, chainId: 301, stepNumber: 3});
    expect(event.rewards.map(({name}) => name)).to.deep.equal(['Mega potion']);
    expectFrozen(event, ['chainId', 'stepNumber', 'rewards']);
    await says(element, 'You received: Mega potion');
    expect(region.textContent).to.contain('You received: Mega potion');
  });

  it('shows nothing as claimed before the server has said so, and cannot be pressed twice', async () => {
    const {element, calls, release} = await ready({}, 'slow-offer-claim');

    await press(element, 'claim');
    await waitUntil(() => claims(calls).length === 1, 'the claim');
    parts(element, 'claim')[0]!.click();

    expect(isClaimed(element)).to.equal(false);
    expect(parts(element, 'claim')[0]!.matches('.busy:disabled')).to.equal(true);
    release();
    await waitUntil(() => isClaimed(element), 'the claimed step');
    expect(claims(calls)).to.have.length(1);
  });

  it('keeps its button busy until the list that shows it as claimed is there', async () => {
    let release = (): void => undefined;
    const reread = new Promise<void>(resolve => (release = resolve));
    let sent = false;
    const {element, calls} = await ready({
      async change(call, answer) {
        if (call.startsWith('POST')) sent = true;
        else if (sent) await reread;
        return answer();
      },
    });
    const listed = (): number => calls.filter(call => call === 'GET offer_chain').length;
    const before = listed();

    await press(element, 'claim');
    await waitUntil(() => listed() > before, 'the request for the list');
    await element.updateComplete;

    expect(isClaimed(element)).to.equal(false);
    expect(parts(element, 'claim')[0]!.matches(':disabled')).to.equal(true);
    release();
    await waitUntil(() => isClaimed(element), 'the claimed step');
  });

  it('that is refused says why in the step itself, notifies the page, and can be made again', async () => {
    const {element} = await ready({}, 'offer-claim-refused');
    const failed = nextEvent<ClaimFailed>(document, 'liveops-offer-claim-failed');

    await press(element, 'claim');

    expect(factsOf(await failed)).to.include({chainId: 301, stepNumber: 3});
    expect((await failed).error.code).to.equal('invalid');
    await says(element, 'This could not be claimed. The server did not accept the request.');
    expect(parts(element, 'status')[0]!.closest('[part~=step-next] [role=status]')).not.to.equal(null);
    expect(await live(element, 'claim')).to.equal(parts(element, 'claim')[0]);
  });

  it('cannot be made while the device is offline, and the element says so', async () => {
    const {element} = await ready();
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
    Object.defineProperty(Navigator.prototype, 'onLine', {configurable: true, get: () => false});

    dispatchEvent(new Event('offline'));
    await element.updateComplete;

    expect(said(element)).to.contain('You are offline. Claiming and buying work again once you are back online.');
    expect(parts(element, 'claim')[0]!.matches(':disabled')).to.equal(true);
    Object.defineProperty(Navigator.prototype, 'onLine', online);
    dispatchEvent(new Event('online'));
    await element.updateComplete;
    expect(parts(element, 'claim')[0]!.matches(':disabled')).to.equal(false);
  });

  it('is made by keyboard, and the focus stays in the element', async () => {
    const {element} = await ready();
    const button = await live(element, 'claim');
    button.focus();

    await sendKeys({press: 'Enter'});
    await waitUntil(() => isClaimed(element), 'the claimed step');

    expect(focused(element)).to.equal(parts(element, 'title')[0]);
  });
});
