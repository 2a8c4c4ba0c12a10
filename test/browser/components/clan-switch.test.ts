import {expect} from 'chai';
import {composeSession} from '../../support/compose-session.js';
import {waitUntil} from '../../support/wait-until.js';
import {FakeClock} from '../../support/fake-clock.js';
import {element as create, parts, shown, texts} from './page.js';
import {noted, play, press, said, says} from './scene.js';

const TAG = 'liveops-clan-switch';
const UPDATE = 'PUT clan/update';

describe('<liveops-clan-switch>', () => {
  it('is defined under its tag', () => {
    expect(create(TAG).constructor.name).to.equal('ClanSwitchElement');
  });

  it('shows its title and nothing else, and offers nothing, before it has a session', async () => {
    const element = document.body.appendChild(create(TAG));
    await element.updateComplete;

    expect(said(element)).to.equal('Clan rewards');
    expect(element.shadowRoot!.querySelectorAll('button').length).to.equal(0);
  });

  it('quietly offers to look for rewards while nothing says that the clan has changed', async () => {
    const {element, calls} = await play(TAG, 'default');

    expect(texts(element, 'status')).to.deep.equal(['Did you change your clan?']);
    expect(texts(element, 'preview')).to.deep.equal(['Check for clan rewards']);
    expect(calls).to.deep.equal([]);
  });

  it('quietly offers it where the clan is unknown', async () => {
    const {element} = await play(TAG, 'unknown-clan');

    expect(texts(element, 'status')).to.deep.equal(['Did you change your clan?']);
    expect(parts(element, 'preview').length).to.equal(1);
  });

  it('says that the clan has changed once the game has said so, without asking the server', async () => {
    const {element, calls} = await play(TAG, 'poor-new-clan');

    await says(element, 'Your clan has changed.');
    expect(calls).to.deep.equal([]);
  });

  it('says so, too, when the player has left the clan', async () => {
    const {element} = await play(TAG, 'left-clan');

    await says(element, 'Your clan has changed.');
  });

  it('is quiet again when the game puts the player back', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    await says(element, 'Your clan has changed.');

    session.clan = 'wolves';
    await says(element, 'Did you change your clan?');
  });

  it('says that it is under way, and offers nothing meanwhile', async () => {
    const {element, calls} = await play(TAG, 'slow-switch');

    void element.switchClan();
    await says(element, 'Fetching your rewards');
    await waitUntil(() => calls.includes(UPDATE), 'the update');

    expect(element.shadowRoot!.querySelectorAll('button').length).to.equal(0);
    expect(element.shadowRoot!.querySelectorAll('[aria-busy=true]').length).to.equal(1);
    expect(calls.filter(call => call === UPDATE)).to.have.length(1);
  });

  it('shows after 15 seconds that it is still working, and shows what comes after that', async () => {
    const clock = new FakeClock();
    const scenario = noted('slow-switch');
    const session = composeSession({...scenario.session, fetch: scenario.fetch, pollSeconds: 0}, {clock});
    session.setClan('ravens');
    const element = document.body.appendChild(Object.assign(create(TAG), {session}));
    await shown(element, 'preview');
    void element.switchClan();
    await says(element, 'Fetching your rewards');
    await waitUntil(() => scenario.calls.includes(UPDATE), 'the update');

    clock.pass(14_999);
    await element.updateComplete;
    expect(said(element)).to.contain('Fetching your rewards');
    clock.pass(1);
    await says(element, 'Still working');
    expect(parts(element, 'confirm').length).to.equal(0);
    scenario.release();

    await shown(element, 'acknowledge');
    expect(texts(element, 'reward-name')).to.deep.equal(['Super box', 'Mega potion']);
    session.destroy();
  });

  it('gives an answer that never comes up after two minutes, and looks what became of it', async () => {
    const clock = new FakeClock();
    const scenario = noted('slow-switch');
    const session = composeSession({...scenario.session, fetch: scenario.fetch, pollSeconds: 0}, {clock});
    const element = document.body.appendChild(Object.assign(create(TAG), {session}));
    await shown(element, 'preview');
    const outcome = element.switchClan();
    await waitUntil(() => scenario.calls.includes(UPDATE), 'the update');

    clock.pass(120_000);

    await waitUntil(() => scenario.calls.filter(call => call === UPDATE).length === 2, 'the second update');
    scenario.release();
    expect(await outcome).to.equal('rewarded');
    await shown(element, 'acknowledge');
    session.destroy();
  });

  it('shows nothing while it is hidden', async () => {
    const {element} = await play(TAG, 'default', {attributes: {hidden: ''}});

    expect(element.getClientRects()).to.be.empty;
  });

  it('writes no attributes on itself, whatever happens', async () => {
    const {element} = await play(TAG, 'poor-new-clan');
    await press(element, 'preview');
    await press(element, 'confirm');
    await press(element, 'acknowledge');

    expect(element.getAttributeNames()).to.deep.equal([]);
  });
});
