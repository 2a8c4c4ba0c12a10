import {expect} from 'chai';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {SessionElement} from '../../../components/session/session.js';
import {nextEvent} from '../../support/next-event.js';
import {waitUntil} from '../../support/wait-until.js';
import {chain, step, worth} from '../../support/wire.js';
import {trackOf} from './track.js';
import {LIST} from './fake-api.js';
import {listenForFaults} from './faults.js';
import {parts, shown, texts} from './page.js';
import {events, expectFrozen, factsOf, focused, live, play, press, says, type Wishes} from './scene.js';

const TAG = 'liveops-reward-chain';
const CLAIM = 'POST reward_chain/101/step/1002/claim';

type Claimed = HTMLElementEventMap['liveops-step-claimed'];
type ClaimFailed = HTMLElementEventMap['liveops-step-claim-failed'];

const claims = (calls: readonly string[]): string[] => calls.filter(call => call.startsWith('POST'));

const refusal = (status: number, errorCode: number): Response =>
  Response.json({statusCode: status, errorCode, errorMessage: 'No.'}, {status});

async function ready(wishes: Wishes = {}, name: Parameters<typeof play>[1] = 'default') {
  const scene = await play(TAG, name, wishes);
  await shown(scene.element, 'claim');
  return scene;
}

/** Wishes that have the claim end like this. */
const claimEnds = (become: (answer: () => Promise<Response>) => Response | Promise<Response>): Wishes => ({
  change: (call, answer) => (call.startsWith('POST') ? become(answer) : answer()),
});

describe('A claim in <liveops-reward-chain>', () => {
  it('is sent once, and the step is claimed then', async () => {
    const {element, calls} = await ready();

    await press(element, 'claim');
    await waitUntil(() => parts(element, 'step-claimed').length === 2, 'the claimed step');

    expect(claims(calls)).to.deep.equal([CLAIM]);
    expect(texts(element, 'step')[1]).to.contain('Claimed');
  });

  it('leaves nothing to claim again until the list says that the step is claimed', async () => {
    let release = (): void => undefined;
    const reread = new Promise<void>(resolve => (release = resolve));
    let sent = false;
    const {element} = await ready({
      async change(call, answer) {
        if (call.startsWith('POST')) sent = true;
        else if (sent && call === 'GET reward_chain') await reread;
        return answer();
      },
    });
    const told = nextEvent(element, 'liveops-step-claimed');

    await press(element, 'claim');
    await told;
    await element.updateComplete;

    expect((parts(element, 'claim') as HTMLButtonElement[]).map(({disabled}) => disabled)).to.deep.equal([true, true]);
    release();
    await waitUntil(() => parts(element, 'step-claimed').length === 2, 'the claimed step');
    expect(await live(element, 'claim')).not.to.equal(undefined);
  });

  it('leaves the buttons dead behind an answer that is older than the claim', async () => {
    let release = (): void => undefined;
    const old = new Promise<void>(resolve => (release = resolve));
    let lists = 0;
    const {element, session, calls} = await ready({
      async change(call, answer) {
        const given = answer();
        if (call === 'GET reward_chain' && ++lists === 2) await old;
        return given;
      },
    });
    const enabled = (): number =>
      (parts(element, 'claim') as HTMLButtonElement[]).filter(({disabled}) => !disabled).length;
    void session.session!.$rewardChains.reload();
    await waitUntil(() => lists === 2, 'the old request');
    const told = nextEvent(element, 'liveops-step-claimed');
    const seen: number[] = [];

    await press(element, 'claim');
    await told;
    const unlisten = session.session!.$rewardChains.listen(() => {
      void element.updateComplete.then(() => parts(element, 'step-claimed').length < 2 && seen.push(enabled()));
    });
    release();
    await waitUntil(() => parts(element, 'step-claimed').length === 2, 'the claimed step');
    unlisten();

    expect(seen.length).to.be.greaterThan(0);
    expect(Math.max(...seen)).to.equal(0);
    expect(claims(calls)).to.deep.equal([CLAIM]);
  });

  it('that failed is not shown on another chain', async () => {
    const chainOf = (reward_chain_id: number): object =>
      chain({reward_chain_id, steps: [step(1002, 100)], value_point: worth(200)});
    const {api, element} = trackOf([chainOf(101), chainOf(102)], {element: {'reward-chain-id': '101'}});
    api.on(`${LIST}/101/step/1002/claim`, () => refusal(422, 9913));
    await press(element, 'claim');
    await says(element, 'could not be claimed');

    element.rewardChainId = 102;
    await element.updateComplete;
    expect(texts(element, 'step')[0]).not.to.contain('could not be claimed');

    element.rewardChainId = 101;
    await element.updateComplete;
    expect(texts(element, 'step')[0]).to.contain('could not be claimed');
  });

  it('that is on its way leaves another chain’s steps to be claimed', async () => {
    const chainOf = (reward_chain_id: number): object =>
      chain({reward_chain_id, steps: [step(1002, 100)], value_point: worth(200)});
    const {api, element} = trackOf([chainOf(101), chainOf(102)], {element: {'reward-chain-id': '101'}});
    api.on(`${LIST}/101/step/1002/claim`, () => new Promise<Response>(() => undefined));
    await press(element, 'claim');
    await waitUntil(() => (parts(element, 'claim')[0] as HTMLButtonElement).disabled, 'the claim on its way');

    element.rewardChainId = 102;
    await element.updateComplete;

    expect((parts(element, 'claim')[0] as HTMLButtonElement).disabled).to.equal(false);
  });

  it('is reported to the page before it is sent', async () => {
    const {element, calls} = await ready();
    const about = nextEvent<HTMLElementEventMap['liveops-step-claim']>(document, 'liveops-step-claim');
    const before = about.then(() => [...claims(calls)]);

    await press(element, 'claim');

    expect(factsOf(await about)).to.include({
      ...{bubbles: true, composed: true, cancelable: true},
      ...{chainId: 101, stepId: 1002},
    });
    expect(await before).to.deep.equal([]);
    expectFrozen(await about, ['chainId', 'stepId']);
  });

  it('is not sent where the page keeps it', async () => {
    const {element, calls} = await ready();
    element.addEventListener('liveops-step-claim', event => event.preventDefault(), {once: true});

    await press(element, 'claim');
    await element.updateComplete;
    const kept = [...claims(calls)];
    await press(element, 'claim');
    await waitUntil(() => parts(element, 'step-claimed').length === 2, 'the claimed step');

    expect(kept).to.deep.equal([]);
    expect(claims(calls)).to.deep.equal([CLAIM]);
  });

  it('is reported to the page once the server has it', async () => {
    const {element, calls} = await ready();
    const claimed = nextEvent<Claimed>(document, 'liveops-step-claimed');

    await press(element, 'claim');

    expect(factsOf(await claimed)).to.include({
      ...{bubbles: true, composed: true, cancelable: false},
      ...{chainId: 101, stepId: 1002},
    });
    expect(claims(calls)).to.have.length(1);
    expectFrozen(await claimed, ['chainId', 'stepId']);
  });

  it('lets nothing else be claimed while it is on its way', async () => {
    const {element, calls, release} = await ready({}, 'slow-claim');

    await press(element, 'claim');
    await waitUntil(() => claims(calls).length, 'the claim');
    await element.updateComplete;

    expect(parts(element, 'claim').every(button => button.matches(':disabled'))).to.equal(true);
    release();
    await waitUntil(() => parts(element, 'claim').length === 1, 'the claimed step');
    await live(element, 'claim');
    expect(claims(calls)).to.have.length(1);
  });

  it('is sent once by a double click', async () => {
    const {element, calls} = await ready({}, 'slow-claim');
    const button = parts(element, 'claim')[0]!;
    const {left, top, width, height} = button.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];

    await sendMouse({type: 'click', position});
    await sendMouse({type: 'click', position});
    await waitUntil(() => claims(calls).length, 'the claim');

    expect(claims(calls)).to.have.length(1);
  });

  it('is sent once by two clicks in the same moment', async () => {
    const {element, calls} = await ready();
    const button = await live(element, 'claim');

    button.click();
    button.click();
    await waitUntil(() => parts(element, 'step-claimed').length === 2, 'the claimed step');

    expect(claims(calls)).to.have.length(1);
  });

  it('is sent once by an Enter that is held down', async () => {
    const {element, calls} = await ready({}, 'slow-claim');
    parts(element, 'claim')[0]!.focus();

    for (let times = 0; times < 4; times++) await sendKeys({press: 'Enter'});
    await waitUntil(() => claims(calls).length, 'the claim');

    expect(claims(calls)).to.have.length(1);
  });

  it('keeps the steps in view, and only the claimed one changes', async () => {
    const {element} = await ready();
    const before = element.offsetHeight;
    const claimed = nextEvent(element, 'liveops-step-claimed');
    await press(element, 'claim');

    await claimed;
    await element.updateComplete;

    expect(parts(element, 'step').length).to.equal(4);
    expect(element.offsetHeight).to.be.closeTo(before, 16);
  });

  it('is made under the name of its step', async () => {
    const {element} = await ready();

    const labels = parts(element, 'claim').map(button => button.ariaLabel);

    expect(labels).to.deep.equal(['Claim: Level 2', 'Claim: Level 3']);
  });

  it('leaves the focus in the element', async () => {
    const {element} = await ready();
    await press(element, 'claim');
    await waitUntil(() => parts(element, 'step-claimed').length === 2, 'the claimed step');

    expect(focused(element) === null).to.equal(false);
  });
});

describe('A claim in <liveops-reward-chain> that does not work', () => {
  it('is shown to the player next to its step, and to the page with the reason', async () => {
    const {element} = await ready({}, 'claim-refused');
    const claimed = events(element, 'liveops-step-claimed');
    const failed = nextEvent<ClaimFailed>(document, 'liveops-step-claim-failed');

    await press(element, 'claim');

    const event = await failed;
    const facts = {bubbles: true, composed: true, cancelable: false, chainId: 101, stepId: 1002};
    expect(factsOf(event)).to.include(facts);
    expect(event.error).to.include({code: 'not-enough-points', status: 422, vendorCode: 9913});
    expectFrozen(event, ['chainId', 'stepId', 'error']);
    await says(element, 'This could not be claimed.');
    expect(texts(element, 'step').filter(text => text.includes('could not'))).to.have.length(1);
    expect(texts(element, 'step')[1]).to.contain('This could not be claimed.');
    expect(claimed.length).to.equal(0);
  });

  it('can be tried again, and then nothing of the failure is left', async () => {
    let isBroken = true;
    const {element} = await ready(claimEnds(answer => (isBroken ? refusal(429, 0) : answer())));
    await press(element, 'claim');
    await says(element, 'This could not be claimed.');

    isBroken = false;
    await press(element, 'claim');

    await waitUntil(() => parts(element, 'step-claimed').length === 2, 'the claimed step');
    expect(element.shadowRoot!.textContent).not.to.contain('could not be claimed');
  });

  it('is a success where the step is claimed already', async () => {
    const {element} = await ready(claimEnds(() => refusal(422, 9912)));
    const failed = events(element, 'liveops-step-claim-failed');
    const claimed = nextEvent<Claimed>(element, 'liveops-step-claimed');

    await press(element, 'claim');

    expect((await claimed).stepId).to.equal(1002);
    expect(failed.length).to.equal(0);
  });

  for (const [what, lose] of [
    ['the connection is gone', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a proxy answers', () => new Response('<h1>Bad Gateway</h1>', {status: 502})],
  ] as const)
    it(`is looked up where ${what}, and is a success where the step is claimed`, async () => {
      const {element, calls} = await ready(claimEnds(answer => answer().then(lose)));
      const claimed = nextEvent<Claimed>(element, 'liveops-step-claimed');

      await press(element, 'claim');

      expect((await claimed).stepId).to.equal(1002);
      expect(claims(calls)).to.have.length(1);
      await waitUntil(() => parts(element, 'step-claimed').length === 2, 'the claimed step');
    });

  it('is looked up and sent once more, and says that its end is unknown where the step is not claimed', async () => {
    const {element, calls} = await ready(claimEnds(() => Promise.reject(new TypeError('Failed to fetch'))));
    const failed = nextEvent<ClaimFailed>(element, 'liveops-step-claim-failed');

    await press(element, 'claim');

    expect((await failed).error.code).to.equal('outcome-unknown');
    expect(claims(calls)).to.have.length(2);
    await says(element, 'We could not find out whether you have this. You can claim it again.');
  });

  it('is sent once more, with a fresh token, where the server did not take the first', async () => {
    let refused = 0;
    const {element, calls} = await ready(claimEnds(answer => (refused++ ? answer() : refusal(401, 1501))));
    const claimed = nextEvent<Claimed>(element, 'liveops-step-claimed');

    await press(element, 'claim');

    await claimed;
    expect(claims(calls)).to.have.length(2);
  });

  it('asks the page to sign the player in where no token is good enough', async () => {
    const {element, session} = await ready(claimEnds(() => refusal(401, 1501)));
    const asked = events(session, 'liveops-auth-required');
    const failed = nextEvent<ClaimFailed>(element, 'liveops-step-claim-failed');

    await press(element, 'claim');

    expect((await failed).error.code).to.equal('auth-required');
    expect(asked.length).to.equal(1);
  });

  it('does not reach the page as an error where the session goes meanwhile', async () => {
    const {element, session, calls, release} = await ready({}, 'slow-claim');
    const faults = listenForFaults();
    await press(element, 'claim');
    await waitUntil(() => claims(calls).length, 'the claim');

    session.remove();
    release();

    expect(await faults()).to.deep.equal([]);
  });

  for (const [what, leave] of [
    ['has left the page with its session', (session: SessionElement) => session.remove()],
    ['shows nobody, since the player has signed out', (session: SessionElement) => session.session!.signOut()],
  ] as const)
    it(`reports nothing to the page once the element ${what}`, async () => {
      const {element, session, calls, release} = await ready({}, 'slow-claim');
      const told = (['liveops-step-claimed', 'liveops-step-claim-failed'] as const).map(type => events(element, type));
      const claim = session.session!.claimStep;
      let ended: Promise<unknown> = Promise.resolve();
      const watched: typeof claim = (...step) => {
        const mine = claim(...step);
        ended = mine.catch(() => undefined);
        return mine;
      };
      Object.defineProperty(session.session, 'claimStep', {value: watched});
      await press(element, 'claim');
      await waitUntil(() => claims(calls).length, 'the claim');

      leave(session);
      release();
      await ended;
      await element.updateComplete;

      expect(told.flat()).to.deep.equal([]);
    });

  it('of one player is not shown to the next', async () => {
    const {element, session} = await ready({}, 'claim-refused');
    await press(element, 'claim');
    await says(element, 'This could not be claimed.');

    session.session!.signOut();
    session.session!.refresh();
    await shown(element, 'claim');

    expect(element.shadowRoot!.textContent).not.to.contain('could not be claimed');
  });
});
