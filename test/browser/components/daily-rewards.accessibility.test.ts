import {expect} from 'chai';
import {audit} from '../../support/axe.js';
import {dailyIn, dailyStates} from './daily-states.js';
import {parts} from './page.js';

describe('<liveops-daily-rewards> for everybody', () => {
  for (const theme of ['light', 'dark'])
    for (const state of dailyStates)
      it(`has nothing that axe objects to, ${theme}, ${state}`, async () => {
        expect(await audit(await dailyIn(state, {theme}))).to.deep.equal([]);
      });

  it('has the time in a region that is read when asked for and not each minute', async () => {
    const element = await dailyIn('default');
    const [next] = parts(element, 'next');

    expect(next!.getAttribute('role')).to.equal('timer');
    expect(next!.closest('[aria-live], [role=status]')).to.equal(null);
  });

  it('has words in a month that are read, though there is no room to see them', async () => {
    const element = await dailyIn('month');

    for (const name of ['reward-name', 'missed', 'state'])
      for (const word of parts(element, name)) {
        expect(getComputedStyle(word).display, name).to.not.equal('none');
        expect(word.checkVisibility({visibilityProperty: true}), name).to.equal(true);
      }
  });
});
