import {expect} from 'chai';
import {LiveOpsEvent} from '../../../components/shared/liveops-event.js';

describe('An event of ours', () => {
  it('has its facts as fields that nobody can write, and everything that the platform gives events', () => {
    const event = new LiveOpsEvent('liveops-any', {chainId: 101, goal: 'rank'});
    const button = document.body.appendChild(document.createElement('button'));
    const targets: unknown[] = [];
    document.addEventListener('liveops-any', ({target}) => targets.push(target), {once: true});

    button.dispatchEvent(event);

    expect(targets).to.deep.equal([button]);
    expect({...event}).to.include({chainId: 101, goal: 'rank'});
    expect(() => Object.assign(event, {goal: 'step'})).to.throw(TypeError);
    button.remove();
  });

  it('cannot be declared with a field that hides one of the platform', () => {
    // @ts-expect-error -- `target` is the element that an event comes from
    const event = new LiveOpsEvent('liveops-any', {target: 'rank'});
    expect(event).to.be.instanceOf(Event);
  });
});
