import {expect} from 'chai';
import {audit} from '../../support/axe.js';
import {itemsIn, itemStates} from './item-states.js';

describe('<liveops-offers> for everybody', () => {
  for (const theme of ['light', 'dark'])
    for (const state of itemStates)
      it(`has nothing that axe objects to, ${theme}, ${state}`, async () => {
        expect(await audit(await itemsIn(state, {theme}))).to.deep.equal([]);
      });
});
