import {expect} from 'chai';
import {sendKeys} from '@web/test-runner-commands';
import {emulateMedia, itFollowsSystem} from '../../support/media.js';
import {audit} from '../../support/axe.js';
import {waitUntil} from '../../support/wait-until.js';
import {chainIn, chainStates} from './chain-states.js';
import {element as create, parts, shown} from './page.js';
import {focused, play, press, says} from './scene.js';

const TAG = 'liveops-reward-chain';

describe('<liveops-reward-chain> for everybody', () => {
  for (const theme of ['light', 'dark'])
    for (const state of chainStates)
      it(`has nothing that axe objects to, ${theme}, ${state}`, async () => {
        const element = await chainIn(state, {theme});

        expect(await audit(element)).to.deep.equal([]);
      });

  it('has nothing that axe objects to next to the player’s own chain', async () => {
    const element = await chainIn('default');
    const session = element.parentElement!;
    await shown(session.appendChild(create(TAG, {'reward-chain-id': '10'})), 'step');

    expect(await audit(session)).to.deep.equal([]);
  });

  it('shows how a claim failed where screen readers were listening before', async () => {
    const {element} = await play(TAG, 'claim-refused');
    const step = await shown(element, 'step-claimable');
    const region = step.querySelector('[role=status]');

    await press(element, 'claim');
    await says(element, 'This could not be claimed.');

    expect(region?.textContent).to.contain('This could not be claimed.');
    expect(step.querySelector('[role=status]') === region).to.equal(true);
  });

  itFollowsSystem('moves while it is loading, but not where the system asks for less motion', async () => {
    const element = await chainIn('skeleton');
    const moving = (): number => element.shadowRoot!.getAnimations().length;

    const before = moving();
    await emulateMedia({reducedMotion: 'reduce'});
    await waitUntil(() => !moving(), 'the end of the movement', 1_000).catch(() => undefined);
    const after = moving();
    await emulateMedia({reducedMotion: 'no-preference'});

    expect(before).to.be.greaterThan(0);
    expect(after).to.equal(0);
  });

  it('is one stop of the Tab key for all its steps, which arrow keys reach, with a ring around what has the focus', async () => {
    const element = await chainIn('default');
    (document.activeElement as HTMLElement | null)?.blur();
    const order: string[] = [];

    for (const press of ['Tab', 'ArrowDown', 'Tab']) {
      await sendKeys({press});
      const at = focused(element)!;
      order.push(at.ariaLabel ?? at.textContent.trim());
      expect(getComputedStyle(at).outlineStyle, order.join()).to.equal('solid');
    }

    expect(order).to.deep.equal(['Claim: Level 2', 'Claim: Level 3', '845 points to Level 4']);
  });

  it('keeps the focus when the player tries again', async () => {
    const {element, calls} = await play(TAG, 'server-error');
    await shown(element, 'retry');
    const first = calls.length;
    await press(element, 'retry');
    await waitUntil(() => calls.length > first && parts(element, 'error').length, 'the second failure');

    expect(focused(element) === null).to.equal(false);
  });
});
