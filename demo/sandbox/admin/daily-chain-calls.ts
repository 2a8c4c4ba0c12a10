import {dailyChainNotFound, invalidProperty} from '../http/envelopes.js';
import {illustrated} from '../pictures/references.js';
import {toDate} from '../world/times.js';
import {DAILY_TYPES, type DailyChainInput, type ManagedDailyChain} from './daily-chains.js';
import {demandSteps} from './numbered-steps.js';
import {flagIn, pageOf} from './pages.js';
import {readBody} from './requests.js';
import {type AddAdminCalls, type AdminCall, type AdminRequest, idIn, noContent} from './routes.js';
import {twoLetter} from './texts.js';

const PATH = '/daily_chain/id/:daily_chain_id';

/** Maximum of `limit` in the vendor's other lists of chains; this one is not documented. */
const PAGE_SIZE = 10;

/**
 * The calls of daily chains. The vendor documents neither the answer to a creation nor the codes of refusals; the
 * sandbox answers as for reward chains.
 */
export function addDailyChainCalls(add: AddAdminCalls): void {
  add('/daily_chain', {GET: list, POST: create});
  add(PATH, {GET: get, PUT: update, DELETE: remove});
  add(`${PATH}/toggle`, {PUT: toggle});
  add(`${PATH}/reset`, {POST: reset});
}

const create: AdminCall = async ({c, office}) => {
  const input = await readBody<DailyChainInput>(c, 'managed-daily-chain/input');
  demandType(input);
  demandSteps(input.steps);
  return c.json({daily_chain_id: office.dailyChains.create(input)}, 201);
};

const list: AdminCall = request => {
  const {c, office} = request;
  const enabled = flagIn(c, 'enabled');
  const isWanted = (chain: ManagedDailyChain): boolean =>
    enabled === undefined || office.dailyChains.isEnabled(chain) === enabled;
  const {rows, total, hasMore} = pageOf(c, office.dailyChains.all.filter(isWanted), PAGE_SIZE);
  return c.json({has_more: hasMore, total_items_count: total, items: rows.map(chain => toRow(request, chain))});
};

const get: AdminCall = request => {
  const chain = chainOf(request);
  const steps = chain.steps.map(({items, ...step}) => {
    return {...step, items: items.map(item => request.office.chainItems.forManagers(item))};
  });
  return illustrated(request.c, {...toRow(request, chain), steps});
};

const update: AdminCall = async request => {
  const {id, steps} = chainOf(request);
  const input = await readBody<DailyChainInput>(request.c, 'managed-daily-chain/update');
  demandType(input);
  demandSteps(input.steps, steps);
  request.office.dailyChains.put(id, input);
  return noContent(request.c);
};

const remove: AdminCall = request => {
  request.office.dailyChains.delete(chainOf(request));
  return noContent(request.c);
};

const toggle: AdminCall = request => {
  request.office.dailyChains.toggle(chainOf(request));
  return noContent(request.c);
};

/** “Applies to rolling chains only”; for others the sandbox answers 422/1102. */
const reset: AdminCall = request => {
  const chain = chainOf(request);
  if (request.office.dailyChains.playerChain(chain).type !== 'rolling')
    throw invalidProperty('type', 'must be that of a rolling chain');
  request.office.dailyChains.reset(chain);
  return noContent(request.c);
};

function demandType({type}: DailyChainInput): void {
  if (!DAILY_TYPES.some(known => known === type))
    throw invalidProperty('type', `must be one of: ${DAILY_TYPES.join(', ')}`);
}

function chainOf({c, office}: AdminRequest): ManagedDailyChain {
  const chain = office.dailyChains.get(idIn(c, 'daily_chain_id'));
  if (!chain) throw dailyChainNotFound();
  return chain;
}

function toRow({office}: AdminRequest, chain: ManagedDailyChain): object {
  const {id, name, description, order, steps} = chain;
  const {start, end} = office.dailyChains.timesOf(chain);
  const {type, is_recurrent} = office.dailyChains.playerChain(chain);
  return {
    id,
    name: twoLetter(name),
    description: description && twoLetter(description),
    order,
    date_start: toDate(start),
    date_end: end === null ? null : toDate(end),
    is_enabled: office.dailyChains.isEnabled(chain),
    is_recurrent,
    number_of_steps: steps.length,
    type,
  };
}
