import {expect} from 'chai';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {SessionElement} from '../../../components/session/session.js';
import {emulateMedia, itFollowsSystem} from '../../support/media.js';
import {nextEvent} from '../../support/next-event.js';
import {waitUntil} from '../../support/wait-until.js';
import {dailyIn} from './daily-states.js';
import {listenForFaults} from './faults.js';
import {parts, shown, texts} from './page.js';
import {
  events,
  expectFrozen,
  factsOf,
  focused,
  live,
  noted,
  play,
  press,
  reveals,
  said,
  says,
  type Wishes,
} from './scene.js';

const TAG = 'liveops-daily-rewards';
const CLAIM = 'POST daily_chain/201/step/number/3/claim';

type Claimed = HTMLElementEventMap['liveops-day-claimed'];
type ClaimFailed = HTMLElementEventMap['liveops-day-claim-failed'];

const claims = (calls: readonly string[]): string[] => calls.filter(call => call.startsWith('POST'));

const isClaimed = (element: Element): boolean => parts(element, 'day-claimed').length === 2;

async function ready(wishes: Wishes = {}, name: Parameters<typeof play>[1] = 'default') {
  const scene = await play(TAG, name, wishes);
  await shown(scene.element, 'claim');
  return scene;
}

/** Wishes that have the claim end like this. */
const claimEnds = (become: (answer: () => Promise<Response>) => Response | Promise<Response>): Wishes => ({
  change: (call, answer) => (call.startsWith('POST') ? become(answer) : answer()),
});

describe('A claim in <liveops-daily-rewards>', () => {
  it('is offered on the one day that can be claimed, under the day’s name', async () => {
    const {element} = await ready();

    const buttons = parts(element, 'claim');

    expect(buttons.map(({ariaLabel}) => ariaLabel)).to.deep.equal(['Claim: Day 3']);
    expect(buttons[0]!.closest('[part~=day-claimable]')).not.to.equal(null);
  });

  it('asks the server first, is sent once, and then the day is claimed', async () => {
    const {element, calls} = await ready();
    const before = calls.length;

    await press(element, 'claim');
    await waitUntil(() => isClaimed(element), 'the claimed day');

    expect(calls.slice(before, before + 2)).to.deep.equal(['GET daily_chain/201', CLAIM]);
    expect(claims(calls)).to.deep.equal([CLAIM]);
    expect(parts(element, 'claim')).to.deep.equal([]);
    expect(texts(element, 'progress')).to.deep.equal(['2 of 7 claimed']);
  });

  it('is reported to the page before anything is sent, and not sent where the page keeps it', async () => {
    const {element, calls} = await ready();
    const about = nextEvent<HTMLElementEventMap['liveops-day-claim']>(document, 'liveops-day-claim');
    element.addEventListener('liveops-day-claim', event => event.preventDefault(), {once: true});
    const before = calls.length;

    await press(element, 'claim');

    expect(factsOf(await about)).to.include({
      ...{bubbles: true, composed: true, cancelable: true},
      ...{chainId: 201, stepNumber: 3},
    });
    expectFrozen(await about, ['chainId', 'stepNumber']);
    await element.updateComplete;
    expect(calls.slice(before)).to.deep.equal([]);
    await press(element, 'claim');
    await waitUntil(() => isClaimed(element), 'the claimed day');
  });

  it('is reported to the page with its rewards once the server has it', async () => {
    const {element, calls} = await ready();
    const claimed = nextEvent<Claimed>(document, 'liveops-day-claimed');

    await press(element, 'claim');

    const event = await claimed;
    expect(factsOf(event)).to.include({
      ...{bubbles: true, composed: true, cancelable: false},
      ...{chainId: 201, stepNumber: 3},
    });
    expect(event.rewards.map(({name, quantity}) => [name, quantity])).to.deep.equal([['Gems', 10]]);
    expectFrozen(event, ['chainId', 'stepNumber', 'rewards']);
    expect(claims(calls)).to.have.length(1);
  });

  it('is read aloud with what it brought, where screen readers were listening before', async () => {
    const {element} = await ready();
    const region = parts(element, 'status')[0]!.closest('[role=status]')!;

    await press(element, 'claim');
    await says(element, 'You received: Gems ×10');

    expect(region.isConnected).to.equal(true);
    expect(region.textContent).to.contain('You received: Gems ×10');
  });

  it('changes nothing on screen before the server says that the day is claimed', async () => {
    await emulateMedia({reducedMotion: 'no-preference'});
    let release = (): void => undefined;
    const reread = new Promise<void>(resolve => (release = resolve));
    let sent = false;
    const {element} = await ready({
      async change(call, answer) {
        if (call.startsWith('POST')) sent = true;
        else if (sent) await reread;
        return answer();
      },
    });
    const told = nextEvent(element, 'liveops-day-claimed');

    await press(element, 'claim');
    await told;
    await element.updateComplete;

    expect(isClaimed(element)).to.equal(false);
    expect(reveals(element)).to.deep.equal([]);
    expect(parts(element, 'claim').every(button => button.matches(':disabled'))).to.equal(true);
    release();
    await waitUntil(() => isClaimed(element), 'the claimed day');
  });

  for (const [what, act] of [
    ['a double click', (at: [number, number]) => sendMouse({type: 'click', position: at})],
    ['an Enter that is held down', () => sendKeys({press: 'Enter'})],
  ] as const)
    it(`is sent once by ${what}`, async () => {
      const {element, calls, release} = await ready({}, 'slow-claim');
      const button = await live(element, 'claim');
      const {left, top, width, height} = button.getBoundingClientRect();
      button.focus();

      for (let times = 0; times < 3; times++) await act([Math.round(left + width / 2), Math.round(top + height / 2)]);
      await waitUntil(() => claims(calls).length, 'the claim');
      release();
      await waitUntil(() => isClaimed(element), 'the claimed day');

      expect(claims(calls)).to.have.length(1);
    });

  it('is made wherever the tile is pressed', async () => {
    const {element, calls} = await ready();
    const {left, top, width} = parts(element, 'day-claimable')[0]!.getBoundingClientRect();

    await sendMouse({type: 'click', position: [Math.round(left + width / 2), Math.round(top + 12)]});
    await waitUntil(() => isClaimed(element), 'the claimed day');

    expect(claims(calls)).to.have.length(1);
  });

  it('keeps the size of the button and of everything else, from the press to the end', async () => {
    const {element, release} = await ready({}, 'slow-claim');
    const sizes = (): number[] => [
      element.offsetHeight,
      ...parts(element, 'day').flatMap(({offsetWidth, offsetHeight}) => [offsetWidth, offsetHeight]),
    ];
    const before = sizes();
    const width = parts(element, 'claim')[0]!.offsetWidth;

    await press(element, 'claim');
    await element.updateComplete;
    expect([parts(element, 'claim')[0]!.offsetWidth, ...sizes()]).to.deep.equal([width, ...before]);
    release();
    await waitUntil(() => isClaimed(element), 'the claimed day');

    expect(sizes()).to.deep.equal(before);
  });

  it('reveals the reward with the answer, in less than half a second', async () => {
    await emulateMedia({reducedMotion: 'no-preference'});
    const {element} = await ready();
    await press(element, 'claim');
    await waitUntil(() => isClaimed(element), 'the claimed day');

    const [reveal] = reveals(element);

    expect(reveal, 'an animation').not.to.equal(undefined);
    expect(Number(reveal!.effect!.getComputedTiming().endTime)).to.be.at.most(400);
  });

  itFollowsSystem('moves nothing where the system asks for less motion', async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    const {element, release} = await ready({}, 'slow-claim');
    await press(element, 'claim');
    await element.updateComplete;
    const busy = element.shadowRoot!.getAnimations().length;

    release();
    await waitUntil(() => isClaimed(element), 'the claimed day');
    const after = element.shadowRoot!.getAnimations().length;
    await emulateMedia({reducedMotion: 'no-preference'});

    expect([busy, after]).to.deep.equal([0, 0]);
  });

  it('leaves the focus in the element', async () => {
    const {element} = await ready();

    await press(element, 'claim');
    await waitUntil(() => isClaimed(element), 'the claimed day');

    expect(focused(element) === null).to.equal(false);
  });

  it('has its own button below a month, whose tiles are too small for one', async () => {
    const {element, calls} = await ready({}, 'month');
    const [button] = parts(element, 'claim');
    const before = element.offsetHeight;

    expect(button!.textContent).to.equal('Claim: Day 17');
    expect(button!.closest('[part~=day]')).to.equal(null);
    await press(element, 'claim');
    await waitUntil(() => !parts(element, 'claim').length, 'the claimed day');

    expect(claims(calls)).to.deep.equal(['POST daily_chain/201/step/number/17/claim']);
    expect(element.offsetHeight).to.equal(before);
  });

  it('of one player is not read out to the next of the same session', async () => {
    const {element, session} = await ready();
    await press(element, 'claim');
    await says(element, 'You received');

    session.session!.signOut();
    await says(element, 'Sign in to claim');
    session.session!.refresh();
    await waitUntil(() => !said(element).includes('Sign in to claim'), 'the next player');

    expect(said(element)).not.to.contain('You received');
  });
});

describe('A claim in <liveops-daily-rewards> that does not work', () => {
  it('is shown to the player with the reason, and to the page, and the button has the focus again', async () => {
    const {element} = await ready({}, 'day-refused');
    const claimed = events(element, 'liveops-day-claimed');
    const failed = nextEvent<ClaimFailed>(document, 'liveops-day-claim-failed');

    await press(element, 'claim');

    const event = await failed;
    expect(factsOf(event)).to.include({bubbles: true, composed: true, cancelable: false, chainId: 201, stepNumber: 3});
    expect(event.error).to.include({code: 'invalid', status: 422});
    expectFrozen(event, ['chainId', 'stepNumber', 'error']);
    await says(element, 'This could not be claimed. The server did not accept the request.');
    expect(claimed.length).to.equal(0);
    const button = await live(element, 'claim');
    await element.updateComplete;
    expect(focused(element) === button).to.equal(true);
  });

  it('can be tried again, and then nothing of the failure is left', async () => {
    let isBroken = true;
    const {element} = await ready(
      claimEnds(answer => (isBroken ? Response.json({statusCode: 429, errorCode: 0}, {status: 429}) : answer())),
    );
    await press(element, 'claim');
    await says(element, 'There were too many requests.');

    isBroken = false;
    await press(element, 'claim');

    await waitUntil(() => isClaimed(element), 'the claimed day');
    expect(said(element)).not.to.contain('could not be claimed');
  });

  it('takes the place of the rule, so that nothing moves', async () => {
    const element = await dailyIn('default', {style: 'width: 320px'});
    const before = element.offsetHeight;

    for (const state of ['claim refused', 'claim without an answer', 'signed out later']) {
      const other = await dailyIn(state, {style: 'width: 320px'});
      const [rule, status] = [parts(other, 'rule')[0]!, parts(other, 'status')[0]!];
      expect(getComputedStyle(rule).visibility, state).to.equal('hidden');
      expect(status.textContent.trim(), state).not.to.equal('');
      if (state !== 'signed out later') expect(other.offsetHeight, state).to.be.closeTo(before, 1);
    }
  });

  it('has an end that is not known where no answer comes and the server does not show it as claimed', async () => {
    const {element, calls} = await ready({}, 'day-unanswered');
    const failed = nextEvent<ClaimFailed>(element, 'liveops-day-claim-failed');

    await press(element, 'claim');

    expect((await failed).error.code).to.equal('outcome-unknown');
    expect(claims(calls)).to.have.length(2);
    await says(element, 'We could not find out whether you have this. You can claim it again.');
  });

  it('is a success where the answer is lost and the server shows it as claimed', async () => {
    const {element, calls} = await ready(
      claimEnds(answer => answer().then(() => new Response('<h1>Bad Gateway</h1>', {status: 502}))),
    );
    const claimed = nextEvent<Claimed>(element, 'liveops-day-claimed');

    await press(element, 'claim');

    expect((await claimed).stepNumber).to.equal(3);
    expect(claims(calls)).to.have.length(1);
    await waitUntil(() => isClaimed(element), 'the claimed day');
  });

  it('is not sent where the day is over by now, and the days are asked for again', async () => {
    let isOver = false;
    const {element, calls} = await ready({
      async change(_call, answer) {
        const text = await (await answer()).text();
        return new Response(isOver ? text.replace('"claimable"', '"blocked"') : text, {
          headers: {'content-type': 'application/json'},
        });
      },
    });
    isOver = true;

    await press(element, 'claim');

    await says(element, 'This is not available now.');
    expect(claims(calls)).to.deep.equal([]);
    await waitUntil(() => !parts(element, 'claim').length, 'the days as they are');
  });

  it('asks the page to sign the player in where no token is good enough', async () => {
    const {element, session} = await ready(
      claimEnds(() => Response.json({statusCode: 401, errorCode: 1501}, {status: 401})),
    );
    const asked = events(session, 'liveops-auth-required');

    await press(element, 'claim');

    await says(element, 'This could not be claimed. Sign in to claim.');
    expect(asked.length).to.equal(1);
  });

  it('cannot be made by a player who is not signed in: the days that the server shows to everyone, and how to claim', async () => {
    const {element, session, calls} = await play(TAG, 'days-signed-out');
    await shown(element, 'claim');

    expect(parts(element, 'day').length).to.equal(7);
    expect((parts(element, 'claim')[0] as HTMLButtonElement).disabled).to.equal(true);
    expect(texts(element, 'status')).to.deep.equal(['Sign in to claim.']);
    expect(parts(element, 'error')).to.deep.equal([]);

    session.fetch = noted('default').fetch;
    session.session!.refresh();
    await live(element, 'claim');
    expect(texts(element, 'status')).to.deep.equal(['']);
    expect(claims(calls)).to.deep.equal([]);
  });

  it('cannot be made once the token has expired: all days stay, and the status says why', async () => {
    const element = await dailyIn('signed out later');

    expect(parts(element, 'day').length).to.equal(7);
    expect((parts(element, 'claim')[0] as HTMLButtonElement).disabled).to.equal(true);
    expect(texts(element, 'status')).to.deep.equal(['Sign in to claim.']);
  });

  it('cannot be made while the device is offline, and the status says why', async () => {
    const {element, session} = await ready();
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    try {
      window.dispatchEvent(new Event('offline'));
      await says(element, 'You are offline. Claiming works again once you are back online.');
      expect((parts(element, 'claim')[0] as HTMLButtonElement).disabled).to.equal(true);
      expect(said(element)).to.contain('Seven days');

      // An answer proves the browser wrong.
      const lost = Date.now();
      await waitUntil(() => Date.now() > lost, 'a later moment');
      await session.session!.$dailyChains.reload();
      await live(element, 'claim');

      window.dispatchEvent(new Event('offline'));
      await says(element, 'You are offline.');
      window.dispatchEvent(new Event('online'));
      await live(element, 'claim');
      expect(texts(element, 'status')).to.deep.equal(['']);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('is not kept from a player whose browser called the network gone from the beginning', async () => {
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    try {
      const {element} = await ready();

      await live(element, 'claim');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  for (const [what, leave] of [
    ['has left the page with its session', (session: SessionElement) => session.remove()],
    ['shows nobody, since the player has signed out', (session: SessionElement) => session.session!.signOut()],
  ] as const)
    it(`reports nothing to the page once the element ${what}`, async () => {
      const faults = listenForFaults();
      const {element, session, calls, release} = await ready({}, 'slow-claim');
      const told = (['liveops-day-claimed', 'liveops-day-claim-failed'] as const).map(type => events(element, type));
      await press(element, 'claim');
      await waitUntil(() => claims(calls).length, 'the claim');

      leave(session);
      release();
      await element.updateComplete;

      expect(await faults()).to.deep.equal([]);
      expect(told.flat()).to.deep.equal([]);
    });

  it('of one player is not shown to the next', async () => {
    const {element, session} = await ready({}, 'day-refused');
    await press(element, 'claim');
    await says(element, 'This could not be claimed.');

    session.session!.signOut();
    session.session!.refresh();
    await shown(element, 'claim');

    expect(said(element)).not.to.contain('could not be claimed');
  });
});
