import * as refuse from '../http/envelopes.js';
import {idIn, type AddPlayerCall, pageOf, type PlayerRequest} from '../http/player-calls.js';
import {Orders, type Sale} from '../orders/orders.js';
import {illustrated} from '../pictures/references.js';
import type {Player} from '../players/player.js';
import {givePoints} from '../reward-chains/points.js';
import type {World} from '../world/world.js';
import {toOfferChain} from './chain-view.js';
import {OfferChains, type StepRefusal} from './offer-chains.js';
import type {SeedOfferChain, SeedOfferStep} from './seed.js';

/** Default and maximum of `limit` in `get-offer-chains-list`. */
const PAGE_SIZE = 30;

const PATH = '/user/offer_chain';
const STEP = `${PATH}/:offer_chain_id/step/number/:step_number`;

export function addPlayerCalls(add: AddPlayerCall): void {
  add('GET', PATH, offerChains);
  add('GET', `${PATH}/:offer_chain_id`, offerChain);
  add('POST', `${STEP}/claim`, claimStep);
  add('POST', `${STEP}/order`, orderStep);
}

/** `get-offer-chains-list`. */
function offerChains({c, world, player}: PlayerRequest): Response {
  const {items, ...page} = pageOf(c, world.of(OfferChains).for(player), PAGE_SIZE);
  return illustrated(c, {...page, items: items.map(chain => toOfferChain(world, player, chain))});
}

/** `get-user-offer-chain-by-id`. */
function offerChain(request: PlayerRequest): Response {
  const {c, world, player} = request;
  return illustrated(c, toOfferChain(world, player, chainOf(request)));
}

/** `claim-user-offer-chain-step-reward`. 200 with the id of an order that is done. */
function claimStep(request: PlayerRequest): Response {
  const {c, world, player} = request;
  const {id} = world.of(Orders).give(player.user, saleOf(world, player, ...stepOf(request, 'free')));
  return c.json({order_id: id});
}

/** `order-user-offer-chain-step-reward`. 200 with an order that is new, and its token. No body is documented, and none is read. */
function orderStep(request: PlayerRequest): Response {
  const {c, world, player} = request;
  const {id, token} = world.of(Orders).place(player.user, saleOf(world, player, ...stepOf(request, 'paid')));
  return c.json({order_id: id, token});
}

/** The step of the path, if the player may take it this way now. */
function stepOf(request: PlayerRequest, way: 'free' | 'paid'): [SeedOfferChain, SeedOfferStep] {
  const {c, world, player} = request;
  const refusals: Record<StepRefusal, () => refuse.Refusal> = {
    'no-step': refuse.offerStepNotFound,
    'already-claimed': refuse.alreadyClaimed,
    'not-next': () => refuse.offerStepRefused('is not the next one'),
    'not-free': () => refuse.offerStepRefused('is not free'),
    'is-free': () => refuse.offerStepRefused('is free'),
  };
  const chain = chainOf(request);
  const number = idIn(c, 'step_number');
  const refusal = world.of(OfferChains).refusalOf(player.user, chain, number, way);
  const step = chain.steps.find(({step_number}) => step_number === number);
  if (refusal || !step) throw refusals[refusal ?? 'no-step']();
  return [chain, step];
}

/** The step as an order sells it. It is taken, and gives its points, once the order is done. */
function saleOf(world: World, player: Player, chain: SeedOfferChain, step: SeedOfferStep): Sale {
  return {
    sku: step.item.sku,
    name: step.item.name,
    quantity: step.item.quantity,
    price: step.price,
    deliver({at}) {
      world.of(OfferChains).take(player.user, chain, step.step_number, at);
      for (const {reward_chain_id, amount} of step.points ?? []) givePoints(world, player, reward_chain_id, amount);
    },
  };
}

function chainOf({c, world, player}: PlayerRequest): SeedOfferChain {
  const chain = world.of(OfferChains).oneFor(player, idIn(c, 'offer_chain_id'));
  if (!chain) throw refuse.offerChainNotFound();
  return chain;
}
