import {type Ids, json, page, refusal} from './answers.js';
import {codeCalls} from './code-calls.js';
import {offerCalls} from './offer-calls.js';
import {itemCalls} from './item-calls.js';
import type {Call, Plan} from './plan.js';
import type {WireChain, WireDailyChain, WireReward, WireStep} from './wire.js';

const isOpen = ({is_claimed, price}: WireStep, {value_point}: WireChain): boolean =>
  !is_claimed && value_point.amount >= price.amount;

/** The steps that an update grants: every reached and unclaimed step of the clan chains. */
function grantedBy(chains: readonly WireChain[]): WireReward[] {
  const ofClan = chains.filter(({value_point}) => value_point.is_clan);
  return ofClan.flatMap(chain => chain.steps.filter(step => isOpen(step, chain)).flatMap(({reward}) => reward));
}

/** Only the update contains a bundle's kind; the chain list does not. */
function toListed(reward: WireReward): object {
  return reward.type === 'bundle' ? {...reward, bundle_type: 'standard'} : reward;
}

/** The daily chains of a scenario. A day is claimed once, and only where the server says that it can be. */
function dailyCalls(chains: readonly WireDailyChain[]): Record<'days' | 'day' | 'claim-day', (ids: Ids) => Response> {
  return {
    days: ids => page(chains, ids),
    day({chainId}) {
      const chain = chains.find(({id}) => id === chainId);
      return chain ? json(chain) : refusal(404, 4001, 'Daily chain not found');
    },
    'claim-day'({chainId, stepId}) {
      const chain = chains.find(({id}) => id === chainId);
      const day = chain?.steps.find(({step_number}) => step_number === stepId);
      if (!chain || !day) return refusal(404, 4001, 'Daily chain step not found');
      if (day.status !== 'claimable') return refusal(422, 1102, 'Unprocessable Entity. The step cannot be claimed now');
      const steps = chain.steps.map(one => (one === day ? {...one, status: 'claimed'} : one));
      chains = chains.map(one => (one === chain ? {...one, steps} : one));
      return new Response(null, {status: 204});
    },
  };
}

type WorldPlan = Required<
  Pick<
    Plan,
    'chains' | 'newClan' | 'dailyChains' | 'offerChains' | 'shopItems' | 'upsell' | 'codes' | 'orderStatus' | 'listed'
  >
>;

/** What players order: steps of offer chains, and items. */
function orderedCalls(plan: WorldPlan, now: number) {
  const steps = offerCalls(plan.offerChains(now), plan.orderStatus);
  return {...steps, ...itemCalls(plan.shopItems(now), {...plan, stepOrder: steps.order})};
}

/**
 * The server of a scenario: its chains, and how the calls change them. A clan update grants and moves the player once;
 * after that it answers with an empty list, as the vendor's server does.
 */
export function createWorld(plan: WorldPlan, now: number) {
  let chains = plan.chains(now);
  let moved = false;
  const daily = dailyCalls(plan.dailyChains(now));

  const withChain = (id: number, answer: (chain: WireChain) => Response): Response => {
    const chain = chains.find(({reward_chain_id}) => reward_chain_id === id);
    return chain ? answer(chain) : refusal(404, 4001, 'Reward chain not found');
  };

  const claim = ({chainId, stepId}: Ids): Response => {
    const chain = chains.find(({reward_chain_id}) => reward_chain_id === chainId);
    const step = chain?.steps.find(({step_id}) => step_id === stepId);
    if (!chain || !step) return refusal(404, 9911, 'Reward chain step not found.');
    if (step.is_claimed) return refusal(422, 9912, 'Reward already claimed.');
    if (!isOpen(step, chain)) return refusal(422, 9913, 'Not enough value points to claim step reward.');
    const steps = chain.steps.map(one => (one === step ? {...one, is_claimed: true} : one));
    chains = chains.map(one => (one === chain ? {...one, steps} : one));
    return new Response(null, {status: 204});
  };

  const update = (): Response => {
    if (moved) return json({reward: []});
    const granted = grantedBy(chains);
    chains = plan.newClan(now);
    moved = true;
    return json({reward: plan.listed(granted).map(toListed)});
  };

  const calls: Record<Call, (ids: Ids) => Response> = {
    contributors: ids => withChain(ids.chainId, chain => json(chain.top_contributors)),
    balance: ids => withChain(ids.chainId, chain => json(chain.value_point)),
    chains: ids => page(chains, ids),
    ...daily,
    ...orderedCalls(plan, now),
    ...codeCalls(plan.codes),
    update,
    claim,
  };
  return calls;
}
