import {expect} from 'chai';
import {startSandbox} from '../../support/sandbox.js';
import {waitUntil} from '../../support/wait-until.js';
import {chain, item, step, worth} from '../../support/wire.js';
import {trackOf, trackOn} from './track.js';
import {element as create, parts, shown} from './page.js';
import {play} from './scene.js';
import type {ScenarioName} from '../../../src/scenarios/scenarios.js';

const TAG = 'liveops-reward-chain';

/** How many elements of each part there are; parts without any are left out. */
function census(element: Element): Record<string, number> {
  const names = [...element.shadowRoot!.querySelectorAll('[part]')].flatMap(node => [...node.part]);
  return names.reduce<Record<string, number>>((counts, name) => ({...counts, [name]: (counts[name] ?? 0) + 1}), {});
}

const HEAD = {age: 1, title: 1, progress: 1, countdown: 1};

describe('The parts of <liveops-reward-chain>', () => {
  it('cover a chain', async () => {
    const {element} = await play(TAG, 'default');
    await shown(element, 'step');

    expect(census(element)).to.deep.equal({
      ...HEAD,
      ...{steps: 1, step: 4, 'step-claimed': 1, 'step-claimable': 2, 'step-locked': 1, threshold: 4, claim: 2},
      ...{rewards: 4, reward: 4, 'reward-image': 4, 'reward-name': 4, 'reward-quantity': 1, climb: 1},
    });
  });

  it('cover a chain that is loading, one that is none, and a failure', async () => {
    const cases: readonly (readonly [ScenarioName, Record<string, number>])[] = [
      ['slow', {...HEAD, skeleton: 1}],
      ['no-chain', {...HEAD, places: 1, empty: 1}],
      ['server-error', {...HEAD, places: 1, error: 1, retry: 1}],
    ];
    for (const [name, expected] of cases) {
      const {element} = await play(TAG, name);
      await shown(element, Object.keys(expected).slice(-1)[0]!);

      expect(census(element), name).to.deep.equal(expected);
    }
  });

  it('cover how to join', async () => {
    const {element} = await play(TAG, 'clanless-chain');
    await shown(element, 'how-to-join');

    expect(census(element)).to.include({'how-to-join': 1}).and.not.have.property('climb');
  });

  it('can be styled from the page', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = 'liveops-reward-chain::part(step-claimable) { background-color: rgb(1, 2, 3); }';
    const {element} = await play(TAG, 'default');

    const claimable = await shown(element, 'step-claimable');

    expect(getComputedStyle(claimable).backgroundColor).to.equal('rgb(1, 2, 3)');
    style.remove();
  });
});

/** An element with something of the page's own in a slot, once `part` is there. */
async function slotted(name: ScenarioName, slot: string, part: string) {
  const own = create('p', {slot});
  own.textContent = 'The page’s own';
  const {element} = await play(TAG, name);
  element.append(own);
  await shown(element, part);
  return {own, element};
}

/** Whether nothing of the slot's own content is drawn. */
function isReplaced({assignedSlot}: Element): boolean {
  return [...(assignedSlot?.querySelectorAll('*') ?? [])].every(child => child.getClientRects().length === 0);
}

describe('The slots of <liveops-reward-chain>', () => {
  it('take a title in place of the chain’s name, inside the heading', async () => {
    const {own} = await slotted('default', 'title', 'step');

    expect(own.assignedSlot!.closest('h2') === null).to.equal(false);
    expect(isReplaced(own)).to.equal(true);
  });

  it('take a text for no chain', async () => {
    const {own} = await slotted('no-chain', 'empty', 'empty');

    expect(own.assignedSlot!.closest('[part~=empty]') === null).to.equal(false);
    expect(isReplaced(own)).to.equal(true);
  });

  it('take a text for a failure and leave the retry where it is', async () => {
    const {own, element} = await slotted('server-error', 'error', 'error');

    expect(own.assignedSlot!.closest('[part~=error]') === null).to.equal(false);
    expect(isReplaced(own)).to.equal(true);
    expect(parts(element, 'retry').length).to.equal(1);
  });

  it('take a way to climb in place of the button', async () => {
    const {own} = await slotted('default', 'climb', 'step');

    expect(own.getClientRects().length).to.equal(1);
    expect(isReplaced(own)).to.equal(true);
  });

  it('show no way to climb where every step is reached', async () => {
    const {own} = await slotted('all-claimed', 'climb', 'step');

    expect(own.getClientRects().length).to.equal(0);
  });
});

describe('The pictures of <liveops-reward-chain>', () => {
  const picture = (name: string): string => new URL(`/${name}`, location.href).href.replace('localhost', '127.0.0.1');

  it('leave a plain frame where they do not load', async () => {
    const {element} = await play(TAG, 'broken-images');
    await shown(element, 'step');
    await waitUntil(() => parts(element, 'reward-image').every(({hidden}) => hidden), 'the end of the pictures');

    expect(parts(element, 'reward-image').length).to.equal(4);
    expect(parts(element, 'reward-image').every(image => getComputedStyle(image).visibility === 'hidden')).to.equal(
      true,
    );
  });

  it('are asked for late, without telling where from', async () => {
    const {element} = await play(TAG, 'default');
    await shown(element, 'step');

    for (const image of parts(element, 'reward-image') as HTMLImageElement[]) {
      const {alt, loading, referrerPolicy} = image;
      expect({alt, loading, referrerPolicy}).to.deep.equal({alt: '', loading: 'lazy', referrerPolicy: 'no-referrer'});
    }
  });

  it('are shown again where another one takes the place of one that did not load', async () => {
    const withImage = (image_url: string): object => step(1, 100, {reward: [item('Box', {image_url})]});
    const sandbox = await startSandbox();
    const missing = picture('no-such-picture.png');
    const {element} = trackOf([
      chain({value_point: worth(0), steps: [withImage(missing)]}),
      chain({
        reward_chain_id: 102,
        name: 'Second',
        order: 2,
        value_point: worth(0),
        steps: [withImage(`${sandbox.url}/sandbox/images/gem.svg`)],
      }),
    ]);
    await waitUntil(() => parts(element, 'reward-image')[0]?.hidden, 'the end of the picture');

    element.rewardChainId = 102;
    await waitUntil(() => !parts(element, 'reward-image')[0]?.hidden, 'the other picture');

    expect(parts(element, 'reward-image')[0]!.hidden).to.equal(false);
    await sandbox.close();
  });

  it('are none where the address is not https', async () => {
    const {element} = trackOn({steps: [step(1, 100, {reward: [item('A', {image_url: 'javascript:alert(1)'})]})]});
    await shown(element, 'step');

    expect(parts(element, 'reward-image').length).to.equal(0);
  });
});
