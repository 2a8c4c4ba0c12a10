import '../../../components/clan-contributors/define.js';
import '../../../components/clan-switch/define.js';
import '../../../components/daily-rewards/define.js';
import '../../../components/offer-chain/define.js';
import '../../../components/offers/define.js';
import '../../../components/redeem-code/define.js';
import '../../../components/reward-chain/define.js';

import {expect} from 'chai';
import {viewsOf} from '../../../src/game/views.js';

/** The tags of the views with their attributes, as a game names them. */
const shownBy = (params: Partial<Parameters<typeof viewsOf>[0]>): string[] =>
  viewsOf({view: undefined, chainId: undefined, dailyChainId: undefined, offerChainId: undefined, ...params}).map(
    ({outerHTML}) => outerHTML.replace(/^<liveops-|><.*$/g, ''),
  );

describe('The views of a game', () => {
  it('are the elements that it names, in order, each with its own chain', () => {
    const view = ['contributors', 'chain', 'daily', 'offer-chain', 'offers', 'code', 'switch'];

    expect(shownBy({view, chainId: 101, dailyChainId: 201, offerChainId: 301})).to.deep.equal([
      'clan-contributors reward-chain-id="101"',
      'reward-chain reward-chain-id="101"',
      'daily-rewards daily-chain-id="201"',
      'offer-chain offer-chain-id="301"',
      'offers',
      'redeem-code',
      'clan-switch',
    ]);
  });

  it('choose their chains by themselves where the game names none', () => {
    expect(shownBy({view: 'daily', chainId: 101})).to.deep.equal(['daily-rewards']);
    expect(shownBy({view: 'chain', dailyChainId: 201})).to.deep.equal(['reward-chain']);
  });

  it('are the contributors where the game names none, and nothing for a game that draws everything itself', () => {
    expect(shownBy({})).to.deep.equal(['clan-contributors']);
    expect(shownBy({view: 'none'})).to.deep.equal([]);
  });

  it('are refused where the page has no such element', () => {
    for (const view of ['codes', 'constructor', 7, ['daily', 'codes']]) {
      expect(() => shownBy({view}), String(view)).to.throw(TypeError, '`configure`: unknown `view`.');
    }
  });
});
