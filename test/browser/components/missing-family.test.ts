import '../../../components/clan-contributors/define.js';
import '../../../components/clan-switch/define.js';
import '../../../components/daily-rewards/define.js';
import '../../../components/offer-chain/define.js';
import '../../../components/offers/define.js';
import '../../../components/redeem-code/define.js';
import '../../../components/reward-chain/define.js';

import {expect} from 'chai';
import {catalog} from '../../../src/catalog/family.js';
import {offerChains} from '../../../src/offer-chains/family.js';
import {rewardChains} from '../../../src/reward-chains/family.js';
import type {Family} from '../../../src/session/context.js';
import {startSession} from '../../../src/session/session.js';
import {element, parts} from './page.js';

/* The session of another version on the page knows nothing of the families of this one. */
const CASES: readonly (readonly [
  tag:
    | 'liveops-clan-contributors'
    | 'liveops-reward-chain'
    | 'liveops-daily-rewards'
    | 'liveops-offer-chain'
    | 'liveops-offers'
    | 'liveops-redeem-code'
    | 'liveops-clan-switch',
  families: Family[],
])[] = [
  ['liveops-clan-contributors', []],
  ['liveops-clan-contributors', [rewardChains]],
  ['liveops-reward-chain', []],
  ['liveops-daily-rewards', []],
  ['liveops-offer-chain', []],
  ['liveops-offers', []],
  ['liveops-offers', [catalog]],
  ['liveops-offer-chain', [offerChains]],
  ['liveops-redeem-code', []],
  ['liveops-clan-switch', [rewardChains]],
];

describe('An element whose session lacks what it reads', () => {
  for (const [tag, families] of CASES)
    it(`shows that it is set up wrongly, and throws nothing: <${tag}> with ${families.length} families`, async () => {
      const options = {projectId: 44056, getToken: () => 'token', fetch: () => Promise.reject(new TypeError())};
      const widget = element(tag);
      widget.session = startSession(options, {families});
      document.body.append(widget);

      await widget.updateComplete;

      expect(parts(widget, 'error')).to.have.length(1);
      widget.remove();
    });
});
