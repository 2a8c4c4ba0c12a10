import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {chain, item, step, worth} from '../../support/wire.js';
import {trackOf, trackOn} from './track.js';
import {element as create, parts, shown, texts} from './page.js';
import {play, press, said, says} from './scene.js';

const TAG = 'liveops-reward-chain';

/** How far the rail beside each step is filled, 0 to 1, as it is drawn. */
function filled(element: Element): number[] {
  return [...element.shadowRoot!.querySelectorAll('[part~=step] > [aria-hidden]')].map(rail => {
    const {transform} = getComputedStyle(rail, '::before');
    return transform === 'none' ? 1 : new DOMMatrix(transform).d;
  });
}

const states = (element: Element): string[] =>
  parts(element, 'step').map(({part}) => [...part].filter(name => name !== 'step').join());

describe('<liveops-reward-chain>', () => {
  it('is defined under its tag', () => {
    expect(create(TAG).constructor.name).to.equal('RewardChainElement');
  });

  it('reserves places, under a title, before it has a session', async () => {
    const element = document.body.appendChild(create(TAG));
    await element.updateComplete;

    expect(said(element)).to.equal('Rewards');
    expect(parts(element, 'skeleton').length).to.equal(1);
    expect(element.shadowRoot!.querySelectorAll('[aria-busy=true]').length).to.equal(0);
  });

  it('says that it is loading while the answer is on its way', async () => {
    const {element, calls, release} = await play(TAG, 'slow');
    await says(element, 'Loading');

    expect(parts(element, 'skeleton').length).to.equal(1);
    expect(element.shadowRoot!.querySelectorAll('[aria-busy=true]').length).to.equal(1);
    release();
    await shown(element, 'step');
    expect(calls).to.deep.equal(['GET reward_chain']);
    expect(parts(element, 'skeleton').length).to.equal(0);
    expect(element.shadowRoot!.querySelectorAll('[aria-busy=true]').length).to.equal(0);
  });

  it('shows every step with its threshold, its state and its rewards', async () => {
    const {element} = await play(TAG, 'default');
    await shown(element, 'step');

    expect(states(element)).to.deep.equal(['step-claimed', 'step-claimable', 'step-claimable', 'step-locked']);
    expect(texts(element, 'threshold')).to.deep.equal(['100', '500', '1,000', '2,000']);
    expect(texts(element, 'reward')).to.deep.equal(['Small potion', 'Super box', 'Mega potion', 'Gems ×50']);
    const steps = texts(element, 'step');
    expect(steps[0]).to.contain('Claimed');
    expect(steps[1]).to.contain('Claim').and.not.to.contain('Claimed');
    expect(steps[3]).to.contain('845 to go');
    expect(parts(element, 'claim').length).to.equal(2);
  });

  it('says how far the points reach', async () => {
    const {element} = await play(TAG, 'default');
    await shown(element, 'step');

    expect(texts(element, 'progress')).to.deep.equal(['1,155 of 2,000']);
  });

  it('fills the rail as far as the points reach, from step to step', async () => {
    const {element} = await play(TAG, 'default');
    await shown(element, 'step');
    await element.updateComplete;

    const shares = filled(element);
    expect(shares.slice(0, 3)).to.deep.equal([1, 1, 1]);
    expect(shares[3]).to.be.closeTo(0.155, 0.001);
  });

  it('fills the rail again when the points change', async () => {
    const {element, session, api} = trackOn({value_point: worth(50), steps: [step(1, 100), step(2, 200)]});
    await shown(element, 'step');
    await element.updateComplete;
    const before = filled(element);

    api.on('/api/v2/project/44056/user/reward_chain', {
      ...{has_more: false, total_items_count: 1},
      items: [chain({value_point: worth(150), steps: [step(1, 100), step(2, 200)]})],
    });
    session.session!.refresh();
    await says(element, '150 of 200');

    expect(before).to.deep.equal([0.5, 0]);
    expect(filled(element)).to.deep.equal([1, 0.5]);
  });

  it('keeps the server’s order', async () => {
    const {element} = trackOn({value_point: worth(0), steps: [step(9, 900), step(3, 300)]});
    await shown(element, 'step');

    expect(texts(element, 'threshold')).to.deep.equal(['900', '300']);
  });

  it('shows a dash for points and thresholds that cannot be read, and lets nothing be claimed', async () => {
    const {element} = trackOn({value_point: worth('many'), steps: [step(1, 100), step(2, null)]});
    await shown(element, 'step');

    expect(texts(element, 'threshold')).to.deep.equal(['100', '—']);
    expect(texts(element, 'progress')).to.deep.equal(['—']);
    expect(states(element)).to.deep.equal(['step-locked', 'step-locked']);
    expect(texts(element, 'step')[1]).not.to.match(/to go|∞|NaN/);
  });

  it('names the kind of clan above the title', async () => {
    const {element} = trackOn({clan_type: 'guild', steps: [step(1, 100)]});
    await shown(element, 'step');

    expect(said(element)).to.match(/^guild Weekly clan quest/);
  });

  it('calls a chain without a name by a word of ours', async () => {
    const {element} = trackOn({name: null, clan_type: null, steps: [step(1, 100)]});
    await shown(element, 'step');

    expect(texts(element, 'title')).to.deep.equal(['Rewards']);
  });

  it('shows quantities from two on, and calls a reward without a name by its sku', async () => {
    const reward = [item('Gems', {quantity: 50}), item('Box', {quantity: 1}), item(null, {sku: 'com.x'}), {}];
    const {element} = trackOn({steps: [step(1, 100, {reward})]});
    await shown(element, 'step');

    expect(texts(element, 'reward')).to.deep.equal(['Gems ×50', 'Box', 'com.x', 'Unknown item']);
    expect(texts(element, 'reward-quantity')).to.deep.equal(['×50']);
  });

  it('shows markup in the names of chain, steps and rewards as text', async () => {
    const {element} = await play(TAG, 'hostile-names');
    await shown(element, 'step');

    expect(texts(element, 'title')).to.deep.equal(['"><script>alert(1)</script>']);
    expect(said(element)).to.contain('<img src=x onerror="alert(1)">');
    expect(element.shadowRoot!.querySelectorAll('script, img:not([part~=reward-image]), [onerror]').length).to.equal(0);
  });

  it('has numbers that stand alone in the player’s own digits, and those of sentences in the words’', async () => {
    const {element} = await play(TAG, 'default', {session: {locale: 'de-DE'}});
    await shown(element, 'step');

    expect(texts(element, 'threshold')).to.deep.equal(['100', '500', '1.000', '2.000']);
    expect(texts(element, 'progress')).to.deep.equal(['1,155 of 2,000']);
  });

  it('shows nothing while it is hidden', async () => {
    const {element} = await play(TAG, 'default', {attributes: {hidden: ''}});

    expect(element.getClientRects()).to.be.empty;
  });

  it('writes no attributes on itself', async () => {
    const {element} = await play(TAG, 'default');
    await press(element, 'claim');
    await waitUntil(() => parts(element, 'claim').length === 1, 'the claim');

    expect(element.getAttributeNames()).to.deep.equal([]);
  });
});

describe('The chain that <liveops-reward-chain> shows', () => {
  const other = chain({reward_chain_id: 102, name: 'Second', order: 2, steps: [step(1, 100)]});
  const own = chain({reward_chain_id: 10, name: 'Mine', order: 0, clan_type: null, value_point: worth(5, false)});

  it('is the first clan chain that runs, where the page names none', async () => {
    const {element} = trackOf([own, other, chain({name: 'First', order: 1})]);

    await says(element, 'First');
  });

  it('is not one that has not begun or has ended', async () => {
    const ended = chain({reward_chain_id: 1, name: 'Gone', order: 0, date_end: '2021-01-01T00:00:00+00:00'});
    const future = chain({reward_chain_id: 2, name: 'Later', order: 0, date_start: '2999-01-01T00:00:00+00:00'});
    const {element} = trackOf([ended, future, other]);

    await says(element, 'Second');
  });

  it('is the one that the page names', async () => {
    const {element} = trackOf([chain(), other], {element: {'reward-chain-id': '102'}});

    await says(element, 'Second');
  });

  it('follows the attribute, and goes back to the first without it', async () => {
    const {element, api} = trackOf([chain({name: 'First'}), other]);
    await says(element, 'First');

    element.setAttribute('reward-chain-id', '102');
    await says(element, 'Second');
    element.removeAttribute('reward-chain-id');
    await says(element, 'First');

    expect(api.requests).to.have.length(1);
  });

  it('may be the player’s own, which has no kind of clan', async () => {
    const {element} = await play(TAG, 'individual', {attributes: {'reward-chain-id': '10'}});
    await shown(element, 'step');

    expect(said(element)).to.match(/^Weekly quest 230 of 400/);
    expect(parts(element, 'how-to-join').length).to.equal(0);
  });

  it('may be the player’s own for a player in no clan, who is not asked to join one', async () => {
    const {element} = await play(TAG, 'clanless-chain', {attributes: {'reward-chain-id': '10'}});
    await shown(element, 'step');

    expect(parts(element, 'how-to-join').length).to.equal(0);
    expect(parts(element, 'claim').length).to.equal(1);
    expect(parts(element, 'climb').length).to.equal(1);
  });

  it('is found on the second page of the list', async () => {
    const {element} = await play(TAG, 'many-chains');

    await says(element, 'Weekly clan quest');
  });

  it('says that there is none where the project has none', async () => {
    const {element} = await play(TAG, 'no-chain');
    await shown(element, 'empty');

    expect(texts(element, 'empty')).to.deep.equal(['There is no clan event right now.']);
    expect(parts(element, 'retry').length).to.equal(0);
  });

  it('says that there is none where there is none of that number', async () => {
    const {element} = trackOf([chain()], {element: {'reward-chain-id': '999'}});

    await shown(element, 'empty');
  });

  for (const id of ['0', '-1', 'abc', '', '1.5'])
    it(`is a mistake of the page where the number is “${id}”`, async () => {
      const {element} = trackOf([chain()], {element: {'reward-chain-id': id}});

      await waitUntil(() => parts(element, 'error').length, 'the mistake', 1_000);

      expect(parts(element, 'retry').length).to.equal(0);
      expect(parts(element, 'step').length).to.equal(0);
    });
});
