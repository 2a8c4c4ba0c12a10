import {expect} from 'chai';
import {composeSession} from '../../support/compose-session.js';
import {FakeClock} from '../../support/fake-clock.js';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains, step, worth} from '../../support/wire.js';
import {trackOn} from './track.js';
import {failing, LIST} from './fake-api.js';
import {element as create, parts, shown, texts} from './page.js';
import {events, noted, play, press, said, says} from './scene.js';

const TAG = 'liveops-reward-chain';
const TROUBLE = ['429', 'offline', 'server-error', 'bad-answer'] as const;

describe('<liveops-reward-chain> in trouble', () => {
  for (const name of TROUBLE)
    it(`says that it could not be loaded, offers to try again, and notifies the page: ${name}`, async () => {
      const {element, session} = await play(TAG, 'default', {change: () => new Promise(() => undefined)});
      const errors = events(session, 'liveops-error');
      const {fetch} = noted(name);
      session.fetch = fetch;

      await shown(element, 'error');

      expect(texts(element, 'error')).to.deep.equal(['This could not be loaded. Try again']);
      expect(parts(element, 'step').length).to.equal(0);
      expect(errors.length).to.equal(1);
    });

  it('shows the chain when trying again succeeds', async () => {
    const {element, api} = trackOn({steps: [step(1, 100)]});
    api.on(LIST, failing(503));
    await shown(element, 'retry');

    api.on(LIST, chains(chain({steps: [step(1, 100)]})));
    await press(element, 'retry');

    await shown(element, 'step');
    expect(parts(element, 'error').length).to.equal(0);
  });

  it('says so again when trying again fails', async () => {
    const {element, calls} = await play(TAG, 'server-error');
    await shown(element, 'retry');
    const first = calls.length;

    await press(element, 'retry');
    await waitUntil(() => calls.length > first, 'the second look');

    await shown(element, 'error');
  });

  it('asks the player to sign in, and the page to see to it', async () => {
    const {element, session} = await play(TAG, 'default', {change: () => new Promise(() => undefined)});
    const asked = events(session, 'liveops-auth-required');
    session.fetch = noted('expired').fetch;

    await says(element, 'Sign in to see your clan.');

    expect(parts(element, 'error').length).to.equal(1);
    expect(asked.length).to.be.greaterThan(0);
  });

  it('offers nothing where the page is set up wrongly', async () => {
    const {element} = await play(TAG, 'default', {session: {projectId: 0}});

    await shown(element, 'error');

    expect(parts(element, 'retry').length).to.equal(0);
  });

  it('keeps its steps when a later look fails', async () => {
    const {element, session, calls} = await play(TAG, 'stale');
    await shown(element, 'step');

    await session.session!.$rewardChains.reload();
    await element.updateComplete;

    expect(calls.length).to.be.greaterThan(1);
    expect(parts(element, 'step').length).to.equal(4);
    expect(parts(element, 'error').length).to.equal(0);
  });
});

describe('<liveops-reward-chain> in the course of time', () => {
  it('follows the server by the session’s polls', async () => {
    const clock = new FakeClock();
    const scenario = noted('default');
    const options = {...scenario.session, fetch: scenario.fetch, pollSeconds: 30};
    const session = composeSession(options, {clock});
    const element = document.body.appendChild(Object.assign(create(TAG), {session}));
    await shown(element, 'step');
    await waitUntil(() => clock.waits.length, 'the wait for the next poll');

    clock.pass(30_000);
    await waitUntil(() => scenario.calls.length === 2, 'the poll');

    expect(clock.hidden()).to.equal(false);
    session.destroy();
  });

  it('shows what the server has at the next look', async () => {
    const {element, session, api} = trackOn({value_point: worth(50), steps: [step(1, 100)]});
    await says(element, '50 of 100');

    api.on(LIST, chains(chain({value_point: worth(100), steps: [step(1, 100)]})));
    session.session!.refresh();

    await says(element, '100 of 100');
    expect(parts(element, 'claim').length).to.equal(1);
  });

  it('shares one request with a second chain and a board', async () => {
    const {element, session, calls} = await play(TAG, 'default');
    const other = session.appendChild(create(TAG, {'reward-chain-id': '10'}));

    await Promise.all([shown(element, 'step'), shown(other, 'step')]);

    expect(calls).to.deep.equal(['GET reward_chain']);
  });

  it('keeps its steps, without a request, when it is moved, and still follows the server', async () => {
    const {element, session, calls} = await play(TAG, 'default');
    await shown(element, 'step');
    const steps = parts(element, 'step');

    session.appendChild(document.createElement('div')).append(element);
    await element.updateComplete;

    expect(parts(element, 'step').every((one, index) => one === steps[index])).to.equal(true);
    expect(calls).to.have.length(1);
    session.session!.refresh();
    await waitUntil(() => calls.length === 2, 'the next look');
  });

  it('waits again, and shows nothing of another player’s chain, once its session has gone', async () => {
    const {element, session} = await play(TAG, 'default');
    await shown(element, 'step');

    document.body.append(element);
    session.remove();

    await shown(element, 'skeleton');
    expect(said(element)).not.to.contain('Weekly clan quest');
  });

  it('shows what changed while it was out of the page', async () => {
    const {element, session} = await play(TAG, 'default');
    await shown(element, 'climb');
    element.remove();
    session.clan = null;
    await session.updateComplete;

    session.append(element);

    await waitUntil(() => parts(element, 'how-to-join').length, 'how to join', 1_000);
  });
});
