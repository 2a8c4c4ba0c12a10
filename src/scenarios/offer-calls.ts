import {type Ids, json, page, refusal} from './answers.js';
import type {WireOfferChain} from './wire.js';

type OfferCall = 'offers' | 'offer' | 'claim-offer' | 'order-offer' | 'order';

/** The first number of an order. */
const FIRST_ORDER = 641;

const notFound = (): Response => refusal(404, 4001, 'Offer chain step not found');
const refused = (): Response => refusal(422, 1102, 'Unprocessable Entity. The step cannot be taken now');

/** The offer chains of a scenario: each step is taken once and in its turn, a paid one when its order is done. */
export function offerCalls(
  chains: readonly WireOfferChain[],
  orderStatus: () => string,
): Record<OfferCall, (ids: Ids) => Response> {
  const orders: {chainId: number; stepId: number}[] = [];

  const take = (chainId: number, stepId: number): void => {
    chains = chains.map(chain => (chain.id === chainId ? withStep(chain, stepId) : chain));
  };
  /** Carries out what becomes of the step whose turn it is, if it is of that kind. */
  const onNext = ({chainId, stepId}: Ids, isFree: boolean, answer: () => Response): Response => {
    const chain = chains.find(({id}) => id === chainId);
    const step = chain?.steps.find(({step_number}) => step_number === stepId);
    if (!chain || !step) return notFound();
    return chain.next_step_number === stepId && step.is_free === isFree ? answer() : refused();
  };

  return {
    offers: ids => page(chains, ids),
    offer({chainId}) {
      const chain = chains.find(({id}) => id === chainId);
      return chain ? json(chain) : notFound();
    },
    'claim-offer': ids =>
      onNext(ids, true, () => {
        take(ids.chainId, ids.stepId);
        return json({order_id: FIRST_ORDER - ids.stepId});
      }),
    'order-offer': ids =>
      onNext(ids, false, () => {
        orders.push(ids);
        return json({order_id: FIRST_ORDER + orders.length - 1, token: 'scenario-payment'});
      }),
    order({chainId: orderId}) {
      const order = orders[orderId - FIRST_ORDER];
      if (!order) return refusal(404, 9001, 'Order not found');
      const status = orderStatus();
      if (status === 'done') take(order.chainId, order.stepId);
      return json({order_id: orderId, status, content: {is_free: false, items: []}});
    },
  };
}

function withStep(chain: WireOfferChain, taken: number): WireOfferChain {
  const steps = chain.steps.map(step => (step.step_number === taken ? {...step, is_claimed: true} : step));
  return {...chain, steps, next_step_number: steps.find(({is_claimed}) => !is_claimed)?.step_number ?? null};
}
