import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {listenForFaults} from './faults.js';
import {parts, shown, texts} from './page.js';
import {events, live, play, press, said, says} from './scene.js';

const TAG = 'liveops-clan-switch';
const UPDATE = 'PUT clan/update';

const refusal = (status: number, errorCode: number): Response =>
  Response.json({statusCode: status, errorCode, errorMessage: 'No.'}, {status});

/** Has calls fail until the test mends the server. */
function breakable(spoilt: string, fault: () => Response) {
  let isBroken = true;
  const change = (call: string, answer: () => Promise<Response>): Response | Promise<Response> =>
    isBroken && call === spoilt ? fault() : answer();
  return {change, mend: () => (isBroken = false)};
}

const TROUBLE = ['429', 'offline', 'server-error', 'bad-answer'] as const;

describe('<liveops-clan-switch> in trouble', () => {
  for (const name of TROUBLE)
    it(`says that it could not be loaded, and offers to try again: ${name}`, async () => {
      const {element} = await play(TAG, name);

      await press(element, 'preview');
      await shown(element, 'error');

      expect(texts(element, 'error')).to.deep.equal(['This could not be loaded.']);
      expect(parts(element, 'retry').length).to.equal(1);
    });

  for (const name of TROUBLE)
    it(`says that the clan was not switched when not even the rewards can be read: ${name}`, async () => {
      const {element, calls} = await play(TAG, name);

      expect(await element.switchClan()).to.equal('not-sent');
      await shown(element, 'error');

      expect(said(element)).to.contain('Your clan was not switched.');
      expect(calls).not.to.include(UPDATE);
    });

  it('shows what would be claimed when trying again succeeds', async () => {
    const {change, mend} = breakable('GET reward_chain', () => refusal(503, 0));
    const {element} = await play(TAG, 'poor-new-clan', {change});
    await press(element, 'preview');
    await shown(element, 'error');

    mend();
    await press(element, 'retry');

    await live(element, 'confirm');
    expect(texts(element, 'reward-name')).to.deep.equal(['Super box', 'Mega potion']);
  });

  it('can switch after all when the server refused at first', async () => {
    const {change, mend} = breakable(UPDATE, () => refusal(422, 1102));
    const {element} = await play(TAG, 'poor-new-clan', {change});
    await press(element, 'preview');
    await press(element, 'confirm');
    await shown(element, 'error');

    mend();
    await press(element, 'retry');
    await press(element, 'confirm');

    await shown(element, 'acknowledge');
    expect(texts(element, 'reward-name')).to.deep.equal(['Super box', 'Mega potion']);
  });

  it('shows that a retry is on its way and still failed, after a switch that failed', async () => {
    const {element, calls} = await play(TAG, 'server-error');
    await element.switchClan();
    await shown(element, 'retry');
    const asked = calls.length;

    await press(element, 'retry');
    await waitUntil(() => calls.length > asked, 'the second look');

    await shown(element, 'error');
    expect(parts(element, 'retry').length).to.equal(1);
  });

  it('says that the server refused, and has sent one update', async () => {
    const {element, calls} = await play(TAG, 'refused');
    await press(element, 'preview');
    await press(element, 'confirm');

    await shown(element, 'error');

    expect(said(element)).to.contain('Your clan was not switched.');
    expect(calls.filter(call => call === UPDATE)).to.have.length(1);
  });

  it('looks again after an answer that may not be the server’s, and shows what may have been granted', async () => {
    const {change, mend} = breakable(UPDATE, () => new Response('<h1>Wi-Fi</h1>'));
    const {element, calls} = await play(TAG, 'poor-new-clan', {change});

    expect(await element.switchClan()).to.equal('uncertain');
    await says(element, 'Checking what you received');
    expect(texts(element, 'reward-name')).to.deep.equal(['Super box', 'Mega potion']);
    expect(calls.filter(call => call === UPDATE)).to.have.length(2);

    mend();
    await press(element, 'retry');
    await says(element, 'These are yours now:');
  });

  it('says that nothing was sent where no receipt could be kept, and goes on when the player wants to', async () => {
    const {element, calls} = await play(TAG, 'nameless');
    const failed = events(element, 'liveops-clan-switch-failed');

    expect(await element.switchClan()).to.equal('not-sent');
    await says(element, 'so nothing was sent.');
    expect(failed.map(({error}) => error.code)).to.deep.equal(['storage-unavailable']);
    expect(calls).not.to.include(UPDATE);

    await press(element, 'confirm');
    await says(element, 'These are yours now:');
  });

  it('says that the player is still in the same clan, and calls nothing incomplete', async () => {
    const {element, session, calls} = await play(TAG, 'same-clan');

    expect(await element.switchClan()).to.equal('uncertain');
    expect(session.session?.clanSwitch.$state.get().status).to.equal('recovering');

    // A list may lag: it is believed once it says the same a minute later.
    const now = performance.now.bind(performance);
    performance.now = () => now() + 60_000;
    try {
      session.session?.refresh();
      await says(element, 'You are still in the same clan.');
    } finally {
      performance.now = now;
    }
    expect(parts(element, 'reward')).to.have.length(0);
    expect(calls.filter(call => call === UPDATE)).to.have.length(1);
  });

  it('sends the update once more, with a fresh token, when the server did not take the first', async () => {
    const tokens: (string | null)[] = [];
    let refused = false;
    const {element, calls} = await play(TAG, 'poor-new-clan', {
      session: {getToken: ({reason}) => `token-${reason}`},
      change: (call, answer, request) => {
        if (call === UPDATE) tokens.push(request.headers.get('authorization'));
        if (call !== UPDATE || refused) return answer();
        refused = true;
        return refusal(401, 1501);
      },
    });

    expect(await element.switchClan()).to.equal('rewarded');

    expect(calls.filter(call => call === UPDATE)).to.have.length(2);
    expect(new Set(tokens).size).to.equal(2);
  });
});

describe('<liveops-clan-switch> without a player', () => {
  it('asks the player to sign in, and sends nothing', async () => {
    const {element, calls} = await play(TAG, 'expired');

    await press(element, 'preview');
    await says(element, 'Sign in to see your clan.');

    expect(parts(element, 'error').length).to.equal(1);
    expect(parts(element, 'retry').length).to.equal(1);
    expect(calls).not.to.include(UPDATE);
  });

  it('says why nothing was sent', async () => {
    const {element} = await play(TAG, 'expired');
    const failed = events(element, 'liveops-clan-switch-failed');

    expect(await element.switchClan()).to.equal('not-sent');

    expect(failed.map(({error}) => error.code)).to.deep.equal(['auth-required']);
  });

  it('has the page notified that the player must sign in', async () => {
    const {element, session} = await play(TAG, 'expired');
    const asked = events(session, 'liveops-auth-required');

    await press(element, 'preview');
    await says(element, 'Sign in to see your clan.');

    expect(asked.length).to.equal(1);
  });

  it('has the page notified, too, where only the switch itself is refused for want of a token', async () => {
    const {element, session} = await play(
      TAG,
      'poor-new-clan',
      breakable(UPDATE, () => refusal(401, 1501)),
    );
    const asked = events(session, 'liveops-auth-required');

    expect(await element.switchClan()).to.equal('not-sent');
    await says(element, 'Sign in to see your clan.');

    expect(asked.length).to.equal(1);
  });

  it('no longer asks for it once the page has signed the player in and had the session refreshed', async () => {
    const {change, mend} = breakable('GET reward_chain', () => refusal(401, 1501));
    const {element, session} = await play(TAG, 'poor-new-clan', {change});
    await press(element, 'preview');
    await says(element, 'Sign in to see your clan.');

    mend();
    session.session!.refresh();

    await waitUntil(() => !said(element).includes('Sign in'), 'the end of the request to sign in', 1_000);
  });

  it('shows what would be claimed once the player has signed in and tries again', async () => {
    const {change, mend} = breakable('GET reward_chain', () => refusal(401, 1501));
    const {element} = await play(TAG, 'poor-new-clan', {change});
    await press(element, 'preview');
    await says(element, 'Sign in to see your clan.');

    mend();
    await press(element, 'retry');

    await live(element, 'confirm');
  });
});

describe('<liveops-clan-switch> on a page that is set up wrongly', () => {
  it('says that it could not be loaded, and offers nothing', async () => {
    const {element} = await play(TAG, 'default', {session: {projectId: 0}});

    await shown(element, 'error');

    expect(texts(element, 'error')).to.deep.equal(['This could not be loaded.']);
    expect(element.shadowRoot!.querySelectorAll('button').length).to.equal(0);
  });

  it('recovers when the page corrects itself', async () => {
    const {element, session} = await play(TAG, 'default', {session: {projectId: 0}});
    await shown(element, 'error');

    session.projectId = 44_056;

    await shown(element, 'preview');
    expect(parts(element, 'error').length).to.equal(0);
  });
});

describe('Nothing that goes wrong in <liveops-clan-switch>', () => {
  it('reaches the page as an error', async () => {
    const faults = listenForFaults();
    const ends: Promise<unknown>[] = [];

    for (const name of [...TROUBLE, 'expired', 'refused', 'lost-answer'] as const) {
      const {element, session} = await play(TAG, name);
      await press(element, 'preview');
      await waitUntil(() => parts(element, 'error').length || parts(element, 'reward').length, 'an end');
      ends.push(element.switchClan());
      session.remove();
    }
    await Promise.all(ends);

    expect(await faults()).to.deep.equal([]);
  });
});
