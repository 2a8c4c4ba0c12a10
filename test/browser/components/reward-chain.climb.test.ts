import {expect} from 'chai';
import {nextEvent} from '../../support/next-event.js';
import {trackOn} from './track.js';
import {step, worth} from '../../support/wire.js';
import {parts, shown, texts} from './page.js';
import {expectFrozen, factsOf, play, press} from './scene.js';

const TAG = 'liveops-reward-chain';

describe('The way to the next step in <liveops-reward-chain>', () => {
  it('names the points that are missing and the step', async () => {
    const {element} = await play(TAG, 'default');
    await shown(element, 'climb');

    expect(texts(element, 'climb')).to.deep.equal(['845 points to Level 4']);
  });

  it('leads to the first step that is not reached, also where one before it is not claimed', async () => {
    const {element} = trackOn({value_point: worth(150), steps: [step(1, 100), step(2, 200), step(3, 300)]});
    await shown(element, 'climb');

    expect(texts(element, 'climb')).to.deep.equal(['50 points to Level 2']);
  });

  it('passes over a step that was claimed in another clan', async () => {
    const {element} = trackOn({value_point: worth(20), steps: [{...step(1, 100), is_claimed: true}, step(2, 300)]});
    await shown(element, 'climb');

    expect(texts(element, 'climb')).to.deep.equal(['280 points to Level 2']);
  });

  it('is not offered on a chain that has ended, nor where the points cannot be read', async () => {
    for (const fields of [{date_end: '2021-01-01T00:00:00+00:00'}, {value_point: {...worth(150), amount: 'many'}}]) {
      const steps = [step(1, 100), step(2, 200)];
      const named = {element: {'reward-chain-id': '101'}};
      const {element} = trackOn({value_point: worth(150), steps, ...fields}, named);
      await shown(element, 'step');

      expect(parts(element, 'climb')).to.have.length(0);
    }
  });

  it('gives the page what is needed, when it is pressed', async () => {
    const {element} = await play(TAG, 'default');
    const contribute = nextEvent<HTMLElementEventMap['liveops-contribute']>(document, 'liveops-contribute');

    await press(element, 'climb');

    const event = await contribute;
    expect(factsOf(event)).to.deep.include({
      ...{type: 'liveops-contribute', bubbles: true, composed: true, cancelable: false},
      ...{chainId: 101, pointsNeeded: 845, valuePointSku: 'com.xsolla.clan_point_1', goal: 'step'},
    });
    expectFrozen(event, ['chainId', 'pointsNeeded', 'valuePointSku', 'goal']);
  });

  it('needs whole points', async () => {
    const {element} = trackOn({value_point: worth(99.25), steps: [step(1, 100)]});
    const contribute = nextEvent<HTMLElementEventMap['liveops-contribute']>(element, 'liveops-contribute');

    await press(element, 'climb');

    expect((await contribute).pointsNeeded).to.equal(1);
  });

  it('names no value point where the chain has none', async () => {
    const value_point = {amount: 10, is_clan: true};
    const {element} = trackOn({value_point, steps: [step(1, 100)]});
    const contribute = nextEvent<HTMLElementEventMap['liveops-contribute']>(element, 'liveops-contribute');

    await press(element, 'climb');

    expect((await contribute).valuePointSku).to.equal(undefined);
  });

  it('ends where every step is reached', async () => {
    const {element} = await play(TAG, 'all-claimed');
    await shown(element, 'step');

    expect(parts(element, 'climb').length).to.equal(0);
  });

  it('leaves out steps whose threshold cannot be read', async () => {
    const {element} = trackOn({value_point: worth(0), steps: [step(1, null), step(2, 200)]});
    await shown(element, 'climb');

    expect(texts(element, 'climb')).to.deep.equal(['200 points to Level 2']);
  });

  it('reads as a sentence where the step has no name', async () => {
    const {element} = trackOn({value_point: worth(0), steps: [step(1, 100, {name: null})]});
    await shown(element, 'climb');

    expect(texts(element, 'climb')[0]).not.to.match(/ to$/);
  });
});
