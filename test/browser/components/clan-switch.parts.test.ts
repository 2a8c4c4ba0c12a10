import {expect} from 'chai';
import {parts, shown} from './page.js';
import {play, press, said, says} from './scene.js';

const TAG = 'liveops-clan-switch';

/** How many elements of each part there are; parts without any are left out. */
function census(element: Element): Record<string, number> {
  const names = [...element.shadowRoot!.querySelectorAll('[part]')].flatMap(node => [...node.part]);
  return names.reduce<Record<string, number>>((counts, name) => ({...counts, [name]: (counts[name] ?? 0) + 1}), {});
}

const REWARDS = {rewards: 1, reward: 2, 'reward-image': 2, 'reward-name': 2};

describe('The parts of <liveops-clan-switch>', () => {
  it('cover an offer', async () => {
    const {element} = await play(TAG, 'default');

    expect(census(element)).to.deep.equal({title: 1, status: 1, preview: 1});
  });

  it('cover a preview', async () => {
    const {element} = await play(TAG, 'poor-new-clan');
    await press(element, 'preview');
    await says(element, 'Rewards you’ll claim:');

    expect(census(element)).to.deep.equal({title: 1, status: 1, confirm: 1, cancel: 1, ...REWARDS});
  });

  it('cover a receipt', async () => {
    const {element} = await play(TAG, 'poor-new-clan');
    await element.switchClan();
    await shown(element, 'acknowledge');

    expect(census(element)).to.deep.equal({title: 1, status: 1, acknowledge: 1, ...REWARDS});
  });

  it('cover quantities', async () => {
    const {element} = await play(TAG, 'long-texts');
    await press(element, 'preview');
    await says(element, 'Rewards you’ll claim:');

    expect(census(element)).to.include({reward: 2, 'reward-quantity': 2});
  });

  it('cover a failure', async () => {
    const {element} = await play(TAG, 'server-error');
    await element.switchClan();
    await shown(element, 'error');

    expect(census(element)).to.deep.equal({title: 1, status: 1, error: 1, retry: 1});
  });

  it('can be styled from the page', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = 'liveops-clan-switch::part(preview) { background-color: rgb(1, 2, 3); }';
    const {element} = await play(TAG, 'poor-new-clan');

    expect(getComputedStyle(parts(element, 'preview')[0]!).backgroundColor).to.equal('rgb(1, 2, 3)');
    style.remove();
  });
});

describe('Markup in what the project calls its rewards', () => {
  for (const step of ['preview', 'receipt'] as const)
    it(`is text: ${step}`, async () => {
      const {element} = await play(TAG, 'hostile-names');

      if (step === 'preview') await press(element, 'preview');
      else void element.switchClan();
      await shown(element, 'reward');

      expect(said(element)).to.contain('<img src=x onerror="alert(1)">');
      expect(said(element)).to.contain('"><script>alert(1)</script>');
      expect(element.shadowRoot!.querySelectorAll('script, img:not([part~=reward-image]), [onerror]').length).to.equal(
        0,
      );
    });

  it('cannot turn the words around it', async () => {
    const {element} = await play(TAG, 'hostile-names');
    await press(element, 'preview');
    await shown(element, 'reward');

    const names = parts(element, 'reward-name');
    expect(names.every(({tagName}) => tagName === 'BDI')).to.equal(true);
  });
});
