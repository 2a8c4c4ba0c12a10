import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains} from '../../support/wire.js';
import {FakeApi, LIST} from './fake-api.js';
import {parts, sessionOn, shown, texts} from './page.js';
import {live, play, press, said, says} from './scene.js';

const TAG = 'liveops-clan-switch';
const LOOK = 'GET reward_chain';

const isDead = (element: Element): boolean => parts(element, 'confirm').some(button => button.matches(':disabled'));

const step = (step_id: number, price: number, name: string, fields: object = {}): object => ({
  ...{step_id, name: `Level ${step_id}`, is_claimed: false, price: {amount: price}},
  reward: [{sku: name, name, type: 'virtual_good', quantity: 1, ...fields}],
});

/** A switch on a session whose chains are these. */
async function switchOver(...items: object[]) {
  const api = new FakeApi().on(LIST, chains(...items));
  const session = sessionOn(api);
  const element = session.appendChild(document.createElement(TAG));
  document.body.append(session);
  await shown(element, 'preview');
  return {api, session, element};
}

describe('The preview of <liveops-clan-switch>', () => {
  it('says what will be claimed, and asks the server once for it', async () => {
    const {element, calls} = await play(TAG, 'poor-new-clan');

    await press(element, 'preview');
    await says(element, 'Rewards you’ll claim:');

    expect(texts(element, 'reward-name')).to.deep.equal(['Super box', 'Mega potion']);
    expect(calls).to.deep.equal([LOOK]);
  });

  it('names the points that stay with the old clan', async () => {
    const {element} = await play(TAG, 'poor-new-clan');

    await press(element, 'preview');

    await says(element, '1,155 points stay with your old clan: Weekly clan quest');
  });

  it('says it by chain, each with its own rewards, and leaves the player’s own chains out', async () => {
    const own = {value_point: {sku: 'q', name: 'Quest points', amount: 50, is_clan: false}};
    const {element} = await switchOver(
      chain({name: 'Hunt', steps: [step(1, 100, 'Bow')]}),
      chain({reward_chain_id: 7, name: 'Mine', ...own, steps: [step(2, 10, 'Pick')]}),
      chain({reward_chain_id: 8, name: 'Siege', steps: [step(3, 100, 'Ram'), step(4, 9_000, 'Tower')]}),
    );

    await press(element, 'preview');
    await says(element, 'Rewards you’ll claim:');

    const lists = parts(element, 'rewards');
    expect(lists.map(list => list.previousElementSibling!.textContent)).to.deep.equal(['Hunt', 'Siege']);
    expect(lists.map(list => list.querySelector('[part~=reward-name]')!.textContent)).to.deep.equal(['Bow', 'Ram']);
    expect(said(element)).not.to.contain('Mine').and.not.to.contain('Tower');
  });

  it('leaves out steps that are claimed, and keeps silent about points that cannot be read', async () => {
    const claimed = {...step(1, 100, 'Bow'), is_claimed: true};
    const value_point = {sku: 'p', name: 'Points', amount: 'many', is_clan: true};
    const {element} = await switchOver(
      chain({name: 'Hunt', steps: [claimed]}),
      chain({reward_chain_id: 8, name: 'Siege', value_point, steps: [step(3, 100, 'Ram')]}),
    );

    await press(element, 'preview');
    await says(element, 'Nothing to claim.');

    expect(parts(element, 'reward').length).to.equal(0);
    expect(said(element)).not.to.contain('Siege');
  });

  it('says where nothing is left to claim, and still lets the player switch', async () => {
    const {element} = await play(TAG, 'nothing-to-claim');

    await press(element, 'preview');
    await says(element, 'Nothing to claim.');

    expect((await live(element, 'confirm')).textContent).to.contain('Switch clan');
  });

  it('can be left before it is there', async () => {
    const {element, session, release} = await play(TAG, 'slow');
    await press(element, 'preview');
    await says(element, 'Loading');

    await press(element, 'cancel');
    release();
    await shown(element, 'preview');
    // Asked later, it comes later than the one that was left.
    await session.session!.clanSwitch.preview();
    await element.updateComplete;

    expect(parts(element, 'confirm').length).to.equal(0);
  });

  it('cannot be confirmed while it is loading', async () => {
    const {element} = await play(TAG, 'slow');

    await press(element, 'preview');
    await says(element, 'Loading');

    expect(isDead(element)).to.equal(true);
  });

  it('can be confirmed only once it has been there for half a second', async () => {
    const {element} = await play(TAG, 'poor-new-clan');
    const since = performance.now();
    await press(element, 'preview');
    await says(element, 'Rewards you’ll claim:');

    const wasDead = isDead(element);
    await live(element, 'confirm');

    expect(wasDead).to.equal(true);
    expect(performance.now() - since).to.be.within(500, 5_000);
  });

  it('gives every preview its half second, also after one that was left at once', async () => {
    const {element} = await play(TAG, 'poor-new-clan');
    await press(element, 'preview');
    await says(element, 'Rewards you’ll claim:');
    const left = performance.now();
    await press(element, 'cancel');
    // Late enough for the first preview's wait to end during the second.
    await waitUntil(() => performance.now() > left + 300, 'the second press');

    // From the press on, since a busy page is late to see that the preview has come.
    const since = performance.now();
    await press(element, 'preview');
    await says(element, 'Rewards you’ll claim:');
    await live(element, 'confirm');

    expect(performance.now() - since).to.be.at.least(500);
  });

  it('sends nothing when the player leaves it', async () => {
    const {element, calls} = await play(TAG, 'poor-new-clan');
    await press(element, 'preview');
    await live(element, 'confirm');

    await press(element, 'cancel');
    await shown(element, 'preview');

    expect(texts(element, 'status')).to.deep.equal(['Your clan has changed.']);
    expect(calls).to.deep.equal([LOOK]);
  });

  it('is dead to presses before it is live', async () => {
    const {element, calls} = await play(TAG, 'poor-new-clan');
    await press(element, 'preview');
    await says(element, 'Rewards you’ll claim:');

    parts(element, 'confirm')[0]!.click();
    await element.updateComplete;

    expect(calls).to.deep.equal([LOOK]);
  });

  it('goes when the element gets another session', async () => {
    const {element} = await play(TAG, 'poor-new-clan');
    await press(element, 'preview');
    await says(element, '1,155 points');
    const other = await play(TAG, 'nothing-to-claim');

    other.session.append(element);
    element.session = other.session;
    await element.updateComplete;

    expect(said(element)).not.to.contain('1,155 points');
    expect(parts(element, 'confirm').length).to.equal(0);
  });
});
