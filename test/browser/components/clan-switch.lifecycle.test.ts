import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {parts, shown, texts} from './page.js';
import {events, play, press, said, says} from './scene.js';

const TAG = 'liveops-clan-switch';

describe('<liveops-clan-switch> in the page', () => {
  it('keeps its preview, without a request, when it is moved', async () => {
    const {element, session, calls} = await play(TAG, 'poor-new-clan');
    await press(element, 'preview');
    await says(element, 'Rewards you’ll claim:');
    const asked = calls.length;

    session.appendChild(document.createElement('div')).append(element);
    await element.updateComplete;

    expect(texts(element, 'reward-name')).to.deep.equal(['Super box', 'Mega potion']);
    expect(calls).to.have.length(asked);
  });

  it('still learns of its switch when it is moved meanwhile', async () => {
    const {element, session, release} = await play(TAG, 'slow-switch');
    void element.switchClan();
    await says(element, 'Fetching your rewards');

    session.appendChild(document.createElement('div')).append(element);
    release();

    await shown(element, 'acknowledge');
  });

  it('shows what came while it was out of the page', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    element.remove();
    await session.session!.clanSwitch.switchClan();

    session.append(element);

    await waitUntil(() => parts(element, 'acknowledge').length, 'the receipt', 1_000);
    expect(texts(element, 'reward-name')).to.deep.equal(['Super box', 'Mega potion']);
  });

  it('reports to the page what came while it was out of the page, once it is back', async () => {
    const {element, session, release} = await play(TAG, 'slow-switch');
    const received = events(session, 'liveops-rewards-received');
    const outcome = element.switchClan();
    await says(element, 'Fetching your rewards');
    element.remove();
    release();
    await outcome;
    await element.updateComplete;

    session.append(element);
    await shown(element, 'acknowledge');

    expect(received.length).to.equal(1);
  });

  it('waits again, and shows nothing of another player’s rewards, once its session has gone', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    await element.switchClan();
    await shown(element, 'acknowledge');

    document.body.append(element);
    session.remove();

    await waitUntil(() => said(element) === 'Clan rewards', 'the title alone');
  });

  it('shows the receipt of the session that it was moved to', async () => {
    const {element} = await play(TAG, 'default');
    const other = await play(TAG, 'poor-new-clan');
    await other.element.switchClan();

    other.session.append(element);

    await shown(element, 'acknowledge');
  });

  it('does not show a player the outcome of another player’s switch', async () => {
    const {element} = await play(TAG, 'nothing-to-claim');
    await element.switchClan();
    await says(element, 'Nothing to claim.');
    const other = await play(TAG, 'default');

    other.session.append(element);
    await waitUntil(() => texts(element, 'status')[0], 'the offer');

    await says(element, 'Did you change your clan?');
  });

  it('shows the next player of its session nothing of the preview of the one before', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    await press(element, 'preview');
    await says(element, '1,155 points');

    // As a game does that pushes another player's token: both before the next rendering.
    session.session!.signOut();
    session.session!.refresh();
    await element.updateComplete;

    expect(said(element)).not.to.contain('1,155 points');
    expect(parts(element, 'confirm').length).to.equal(0);
  });

  it('gives the next player of its session a press of their own', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    const first = element.switchClan();

    session.session!.signOut();
    session.session!.refresh();
    const second = element.switchClan();

    expect(second).not.to.equal(first);
    expect(await first).to.equal('not-sent');
    expect(await second).to.equal('rewarded');
  });

  it('reports nothing of a switch to the page whose player has left', async () => {
    const {element, session, calls, release} = await play(TAG, 'slow-switch');
    const told = ['liveops-clan-switched', 'liveops-clan-switch-failed'].map(type => events(session, type as never));
    const outcome = element.switchClan();
    await waitUntil(() => calls.includes('PUT clan/update'), 'the update');

    session.session!.signOut();
    release();
    expect(await outcome).to.equal('rewarded');
    await element.updateComplete;

    expect(told.flat()).to.deep.equal([]);
  });

  it('takes a session by its id, from anywhere in the page', async () => {
    const {session} = await play(TAG, 'poor-new-clan');
    session.id = 'player';

    const element = document.createElement(TAG);
    element.setAttribute('session', 'player');
    document.body.append(element);

    await says(element, 'Your clan has changed.');
    session.removeAttribute('id');
  });

  it('finds a session that comes later', async () => {
    const {element} = await play(TAG, 'default');
    const {session} = await play(TAG, 'poor-new-clan');
    const holder = document.body.appendChild(document.createElement('div'));
    holder.append(element);
    await waitUntil(() => !parts(element, 'preview').length, 'the end of the old session');

    session.append(element);

    await says(element, 'Your clan has changed.');
    holder.remove();
  });
});
