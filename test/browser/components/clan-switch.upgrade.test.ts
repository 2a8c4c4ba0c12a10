import {expect} from 'chai';
import type {ClanSwitchElement} from '../../../components/clan-switch/clan-switch.js';
import type {RewardChainElement} from '../../../components/reward-chain/reward-chain.js';
import type {SessionElement} from '../../../components/session/session.js';
import {createScenario} from '../../../src/scenarios/scenarios.js';
import {waitUntil} from '../../support/wait-until.js';

const said = (element: Element): string => element.shadowRoot?.textContent ?? '';

// Nothing here may define the elements before the test did: this file imports types only, and defines by hand.
describe('A clan switch and a reward chain that were in the page before their code', () => {
  it('take the properties that they were given before', async () => {
    const session = document.createElement('liveops-session') as SessionElement;
    const clanSwitch = document.createElement('liveops-clan-switch') as ClanSwitchElement;
    const rewardChain = document.createElement('liveops-reward-chain') as RewardChainElement;
    const scenario = createScenario('default');
    Object.assign(session, scenario.session, {fetch: scenario.fetch, pollSeconds: 0});
    Object.assign(clanSwitch, {session});
    Object.assign(rewardChain, {session, rewardChainId: 10});
    document.body.append(clanSwitch, rewardChain, session);

    await import('../../../components/clan-switch/define.js');
    await import('../../../components/reward-chain/define.js');
    await import('../../../components/session/define.js');

    await waitUntil(() => said(clanSwitch).includes('Did you change your clan?'), 'the offer');
    await waitUntil(() => said(rewardChain).includes('Weekly quest'), 'the chain');
    session.clan = 'ravens';
    await waitUntil(() => said(clanSwitch).includes('Your clan has changed.'), 'the change');
    expect(Object.keys(rewardChain)).not.to.include('rewardChainId');
    document.body.replaceChildren();
  });
});
