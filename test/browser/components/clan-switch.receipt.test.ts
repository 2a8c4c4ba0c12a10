import {expect} from 'chai';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains} from '../../support/wire.js';
import {FakeApi, LIST} from './fake-api.js';
import {parts, sessionOn, shown, texts} from './page.js';
import {events, GOOD_PICTURE, live, play, press, said, says} from './scene.js';

const TAG = 'liveops-clan-switch';
const UPDATE = 'PUT clan/update';
const UPDATE_PATH = '/api/v2/project/44056/user/clan/update';

const updates = (calls: readonly string[]): number => calls.filter(call => call === UPDATE).length;

async function ready(name: Parameters<typeof play>[1] = 'poor-new-clan') {
  const scene = await play(TAG, name);
  await press(scene.element, 'preview');
  return {...scene, confirm: await live(scene.element, 'confirm')};
}

/** The middle of an element on screen. */
function middleOf(element: Element): [number, number] {
  element.scrollIntoView();
  const {left, top, width, height} = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** A switch whose update answers with these rewards. */
async function granted(...reward: object[]) {
  const api = new FakeApi().on(LIST, chains(chain())).on(UPDATE_PATH, {reward});
  const session = sessionOn(api);
  const element = session.appendChild(document.createElement(TAG));
  document.body.append(session);
  await shown(element, 'preview');
  return {api, element};
}

describe('The receipt of <liveops-clan-switch>', () => {
  it('shows what came, by name and picture, until the player has acknowledged it', async () => {
    const {element} = await ready();

    await press(element, 'confirm');
    await shown(element, 'acknowledge');

    expect(texts(element, 'status')).to.deep.equal(['These are yours now:']);
    expect(texts(element, 'reward-name')).to.deep.equal(['Super box', 'Mega potion']);
    expect(parts(element, 'reward-image').map(image => image.getAttribute('src'))).to.deep.equal([
      'https://images.example.com/liveops/super_box.png',
      'https://images.example.com/liveops/mega_potion.png',
    ]);
    await press(element, 'acknowledge');
    await says(element, 'Did you change your clan?');
    expect(parts(element, 'reward').length).to.equal(0);
  });

  it('draws a hundred of very many and counts the others, and gives the page all', async () => {
    const {element} = await granted(
      ...Array.from({length: 5_000}, (_, index) => ({sku: `a${index}`, name: `${index}`})),
    );
    const heard = events(element, 'liveops-rewards-received');

    void element.switchClan();
    await shown(element, 'acknowledge');

    expect(texts(element, 'reward-name')).to.deep.equal(Array.from({length: 100}, (_, index) => `${index}`));
    expect(element.shadowRoot!.querySelector('ul')!.lastElementChild!.textContent).to.equal('+4,900');
    expect(heard[0]!.receipt.rewards.length).to.equal(5_000);
  });

  it('counts nothing beyond a hundred where there are just so many', async () => {
    const {element} = await granted(...Array.from({length: 100}, (_, index) => ({sku: `a${index}`, name: `${index}`})));

    void element.switchClan();
    await shown(element, 'acknowledge');

    expect(element.shadowRoot!.querySelector('ul')!.children.length).to.equal(100);
  });

  it('shows how many from two on, in the player’s own digits', async () => {
    const {element} = await granted(
      {sku: 'a', name: 'One', quantity: 1},
      {sku: 'b', name: 'Two', quantity: 2},
      {sku: 'c', name: 'Many', quantity: 12_000},
      {sku: 'd', name: 'Unsaid'},
    );

    void element.switchClan();
    await shown(element, 'acknowledge');

    expect(texts(element, 'reward')).to.deep.equal(['One', 'Two ×2', 'Many ×12,000', 'Unsaid']);
    expect(texts(element, 'reward-quantity')).to.deep.equal(['×2', '×12,000']);
  });

  it('calls a reward without a name by its sku, and one with neither unknown and the receipt incomplete', async () => {
    const {element} = await granted({sku: 'com.x.box', name: null}, {});

    void element.switchClan();
    await shown(element, 'acknowledge');

    expect(texts(element, 'reward-name')).to.deep.equal(['com.x.box', 'Unknown item']);
    expect(said(element)).to.contain('This may be incomplete.');
  });

  it('leaves a plain frame where a picture does not load', async () => {
    const {element} = await play(TAG, 'broken-images');

    void element.switchClan();
    await shown(element, 'acknowledge');
    await waitUntil(() => parts(element, 'reward-image').every(({hidden}) => hidden), 'the end of the pictures');

    expect(parts(element, 'reward-image').every(image => getComputedStyle(image).visibility === 'hidden')).to.equal(
      true,
    );
    expect(parts(element, 'reward')[0]!.firstElementChild!.getBoundingClientRect().width).to.be.greaterThan(20);
  });

  it('shows pictures by https only', async () => {
    const {element} = await granted(
      {sku: 'a', name: 'A', image_url: 'javascript:alert(1)'},
      {sku: 'b', name: 'B', image_url: GOOD_PICTURE},
      {sku: 'c', name: 'C', image_url: 'http://images.example.com/plain.png'},
    );

    void element.switchClan();
    await shown(element, 'acknowledge');

    expect(parts(element, 'reward-image').length).to.equal(0);
  });

  it('says so where it may be incomplete, and shows what was expected', async () => {
    const {element, calls} = await play(TAG, 'lost-answer-rich');

    expect(await element.switchClan()).to.equal('uncertain');
    await shown(element, 'acknowledge');

    expect(texts(element, 'status')).to.deep.equal(['This may be incomplete. Check your inventory.']);
    expect(texts(element, 'reward-name')).to.deep.equal(['Super box', 'Mega potion']);
    expect(updates(calls)).to.equal(1);
  });

  for (const name of ['lost-answer', 'empty-answer', 'short-answer'] as const)
    it(`shows in softer words what the answer did not list and the chains prove: ${name}`, async () => {
      const {element, calls} = await play(TAG, name);

      expect(await element.switchClan()).to.equal('rewarded');
      await shown(element, 'acknowledge');

      expect(texts(element, 'status')).to.deep.equal(['You received these. Look in your inventory:']);
      expect(texts(element, 'reward-name').sort()).to.deep.equal(['Mega potion', 'Super box']);
      expect(updates(calls)).to.equal(1);
    });

  it('is there again at the next visit, under the same id, until it is acknowledged', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    await element.switchClan();
    await shown(element, 'acknowledge');
    const first = session.session!.clanSwitch.$receipts.get();

    session.playerName = 'another name';
    await waitUntil(() => session.session!.clanSwitch.$receipts.get() !== first, 'the receipts of the next session');
    await shown(element, 'acknowledge');

    expect(session.session!.clanSwitch.$receipts.get().map(({id}) => id)).to.deep.equal(first.map(({id}) => id));
    await press(element, 'acknowledge');
    session.playerName = 'a third name';
    await says(element, 'Did you change your clan?');
  });

  it('is nobody else’s: another player sees nothing of it, and its owner sees it again', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    const owner = session.userKey!;
    await element.switchClan();
    await shown(element, 'acknowledge');

    session.userKey = `${owner}-other`;
    await says(element, 'Did you change your clan?');
    expect(parts(element, 'reward')).to.have.length(0);

    session.userKey = owner;
    await shown(element, 'acknowledge');
  });

  it('says that there was nothing, and that all is up to date', async () => {
    const {element, calls} = await play(TAG, 'nothing-to-claim');

    expect(await element.switchClan()).to.equal('nothing');

    await says(element, 'Nothing to claim.');
    expect(parts(element, 'acknowledge').length).to.equal(0);
    expect(updates(calls)).to.equal(1);
  });

  it('is one for every switch, the oldest first, each acknowledged by itself', async () => {
    const {api, element} = await granted({sku: 'a', name: 'First'});
    await element.switchClan();
    api.on(UPDATE_PATH, {reward: [{sku: 'b', name: 'Second'}]});
    await element.switchClan();
    await shown(element, 'acknowledge');
    const first = texts(element, 'reward-name');

    await press(element, 'acknowledge');
    await says(element, 'Second');

    expect(first).to.deep.equal(['First']);
    expect(texts(element, 'reward-name')).to.deep.equal(['Second']);
  });

  it('shows thirty rewards, the same item as often as it came', async () => {
    const {element} = await play(TAG, 'many-rewards');

    expect(await element.switchClan()).to.equal('rewarded');
    await shown(element, 'acknowledge');

    const names = texts(element, 'reward-name');
    expect(names).to.have.length(34);
    expect(names.filter(name => name === 'Small potion')).to.have.length(8);
  });
});

describe('Hasty players of <liveops-clan-switch>', () => {
  it('send one update by two clicks in the same moment', async () => {
    const {element, confirm, calls} = await ready();

    confirm.click();
    confirm.click();
    await shown(element, 'acknowledge');

    expect(updates(calls)).to.equal(1);
  });

  it('send one update by a double click, which acknowledges nothing', async () => {
    const {element, confirm, calls} = await ready();

    const position = middleOf(confirm);
    await sendMouse({type: 'click', position});
    await sendMouse({type: 'click', position});
    await shown(element, 'acknowledge');

    expect(updates(calls)).to.equal(1);
  });

  it('send nothing by a double click on the way to the preview', async () => {
    const {element, calls} = await play(TAG, 'poor-new-clan');

    const position = middleOf(parts(element, 'preview')[0]!);
    await sendMouse({type: 'click', position});
    await sendMouse({type: 'click', position});
    await live(element, 'confirm');

    expect(updates(calls)).to.equal(0);
  });

  it('send one update by an Enter that is held down, and see the receipt', async () => {
    const {element, confirm, calls} = await ready();
    confirm.focus();

    for (let times = 0; times < 5; times++) await sendKeys({press: 'Enter'});
    await shown(element, 'acknowledge');
    await sendKeys({press: 'Enter'});

    expect(updates(calls)).to.equal(1);
    expect(parts(element, 'acknowledge').length).to.equal(1);
  });

  it('acknowledge one receipt by a double click, not the next one unseen', async () => {
    const {element} = await granted({sku: 'a', name: 'First'});
    await element.switchClan();
    await element.switchClan();
    const acknowledge = await live(element, 'acknowledge');
    const told = events(element, 'liveops-rewards-acknowledged');

    acknowledge.click();
    await element.updateComplete;
    (parts(element, 'acknowledge')[0] as HTMLElement | undefined)?.click();
    await waitUntil(() => told.length, 'the acknowledgement');
    await element.updateComplete;

    expect(told.length).to.equal(1);
  });

  it('get one update from two elements', async () => {
    const {element, session, calls} = await play(TAG, 'poor-new-clan');
    const other = session.appendChild(document.createElement(TAG));

    const outcomes = await Promise.all([element.switchClan(), other.switchClan()]);

    expect(outcomes).to.deep.equal(['rewarded', 'rewarded']);
    expect(updates(calls)).to.equal(1);
  });
});
