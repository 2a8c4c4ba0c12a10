import {expect} from 'chai';
import {audit} from '../../support/axe.js';
import {offersIn, offerStates} from './offer-states.js';

describe('<liveops-offer-chain> for everybody', () => {
  for (const theme of ['light', 'dark'])
    for (const state of offerStates)
      it(`has nothing that axe objects to, ${theme}, ${state}`, async () => {
        expect(await audit(await offersIn(state, {theme}))).to.deep.equal([]);
      });
});
