import {invalidProperty, offerChainNotFound} from '../http/envelopes.js';
import {illustrated} from '../pictures/references.js';
import {toDate, toUnixTime} from '../world/times.js';
import {demandSteps} from './numbered-steps.js';
import type {ManagedOfferChain, OfferChainInput} from './offer-chains.js';
import {flagIn, pageOf} from './pages.js';
import {readBody} from './requests.js';
import {type AddAdminCalls, type AdminCall, type AdminRequest, idIn, noContent} from './routes.js';
import {twoLetter} from './texts.js';

const PATH = '/offer_chain/id/:offer_chain_id';

/** Default and maximum of `limit` in `admin-get-offer-chains`. */
const PAGE_SIZE = 10;

/**
 * The calls of offer chains. The codes of refusals are not documented; the sandbox answers as for reward chains. So is a
 * step that costs money with an item that has no price: 422/1102.
 */
export function addOfferChainCalls(add: AddAdminCalls): void {
  add('/offer_chain', {GET: list, POST: create});
  add(PATH, {GET: get, PUT: update, DELETE: remove});
  add(`${PATH}/toggle`, {PUT: toggle});
}

const create: AdminCall = async request => {
  const input = await readBody<OfferChainInput>(request.c, 'managed-offer-chain/input');
  demandSteps(input.steps);
  demandPrices(request, input);
  return request.c.json({offer_chain_id: request.office.offerChains.create(input)}, 201);
};

const list: AdminCall = request => {
  const {c, office} = request;
  const enabled = flagIn(c, 'enabled');
  const isWanted = (chain: ManagedOfferChain): boolean =>
    enabled === undefined || office.offerChains.isEnabled(chain) === enabled;
  const {rows, total, hasMore} = pageOf(c, office.offerChains.all.filter(isWanted), PAGE_SIZE);
  return c.json({has_more: hasMore, total_items_count: total, items: rows.map(chain => toRow(request, chain))});
};

const get: AdminCall = request => {
  const {office} = request;
  const chain = chainOf(request);
  const forPlayers = office.offerChains.playerChain(chain);
  const steps = chain.steps.map(({items, ...step}) => {
    const step_price = forPlayers.steps.find(({step_number}) => step_number === step.step_number)?.price ?? null;
    return {...step, step_price, items: items.map(item => office.chainItems.forManagers(item))};
  });
  return illustrated(request.c, {...toRow(request, chain), steps});
};

const update: AdminCall = async request => {
  const {id, steps} = chainOf(request);
  const input = await readBody<OfferChainInput>(request.c, 'managed-offer-chain/update');
  demandSteps(input.steps, steps);
  demandPrices(request, input);
  request.office.offerChains.put(id, input);
  return noContent(request.c);
};

const remove: AdminCall = request => {
  request.office.offerChains.delete(chainOf(request));
  return noContent(request.c);
};

const toggle: AdminCall = request => {
  request.office.offerChains.toggle(chainOf(request));
  return noContent(request.c);
};

function demandPrices({office}: AdminRequest, {steps}: OfferChainInput): void {
  const unpriced = steps.findIndex(({is_free, items}) => !is_free && !office.itemFacts.priceOf(items[0]?.sku ?? ''));
  if (unpriced >= 0) throw invalidProperty(`steps[${unpriced}].items[0].sku`, 'must be an item with a price');
}

function chainOf({c, office}: AdminRequest): ManagedOfferChain {
  const chain = office.offerChains.get(idIn(c, 'offer_chain_id'));
  if (!chain) throw offerChainNotFound();
  return chain;
}

function toRow({office}: AdminRequest, chain: ManagedOfferChain): object {
  const {steps: _, name, description, recurrent_schedule, ...fields} = chain;
  const {start, end} = office.offerChains.timesOf(chain);
  const next = office.offerChains.nextResetOf(chain);
  return {
    is_always_visible: true,
    ...fields,
    name: twoLetter(name),
    description: description ? twoLetter(description) : null,
    date_start: toDate(start),
    date_end: end === null ? null : toDate(end),
    is_enabled: office.offerChains.isEnabled(chain),
    recurrent_schedule:
      recurrent_schedule && next !== null ? {...recurrent_schedule, reset_next_date: toUnixTime(next)} : null,
  };
}
