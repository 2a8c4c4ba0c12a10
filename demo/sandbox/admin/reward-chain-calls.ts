import {toDate} from '../world/times.js';
import {chainNotFound, invalidProperty} from '../http/envelopes.js';
import {illustrated} from '../pictures/references.js';
import {flagIn, pageOf} from './pages.js';
import {readBody} from './requests.js';
import type {ChainInput, ChainUpdate, ManagedChain} from './reward-chain-input.js';
import {answeredSchedule} from './schedules.js';
import {twoLetter, type Texts} from './texts.js';
import type {BackOffice} from './back-office.js';
import {toAnswer as toPoint} from './value-point-calls.js';
import {toPlayerPoint} from './value-points.js';
import {type AddAdminCalls, type AdminCall, idIn, noContent, type AdminRequest} from './routes.js';

const PATH = '/reward_chain/id/:reward_chain_id';

/** Default and maximum of `limit` in `admin-get-reward-chains`. */
const PAGE_SIZE = 10;

/**
 * The calls of reward chains. 404/4001 is documented for reading and replacing an unknown chain; here the other calls
 * answer it, too. A step id that the chain does not have is 422/1102.
 */
export function addRewardChainCalls(add: AddAdminCalls): void {
  add('/reward_chain', {GET: list, POST: create});
  add(PATH, {GET: get, PUT: update, DELETE: remove});
  add(`${PATH}/toggle`, {PUT: toggle});
  add(`${PATH}/reset`, {POST: reset});
}

const create: AdminCall = async ({c, office}) => {
  const input = await readBody<ChainInput>(c, 'reward-chain/input');
  const point = office.valuePoints.get(input.value_point.sku);
  if (!point) throw invalidProperty('value_point.sku', 'must be the SKU of a value point');
  demandKind(input, point.is_clan, 'value_point.sku');
  return c.json({reward_chain_id: office.rewardChains.create(input)}, 201);
};

const list: AdminCall = request => {
  const {c, office} = request;
  const enabled = flagIn(c, 'enabled');
  const isWanted = (chain: ManagedChain): boolean =>
    enabled === undefined || office.rewardChains.planOf(chain).enabled === enabled;
  const {rows, hasMore} = pageOf(c, office.rewardChains.all.filter(isWanted), PAGE_SIZE);
  return illustrated(c, {has_more: hasMore, items: rows.map(chain => toListed(request, chain))});
};

const get: AdminCall = request => {
  const chain = chainOf(request);
  return illustrated(request.c, toAnswer(request, chain));
};

const update: AdminCall = async request => {
  const chain = chainOf(request);
  const input = await readBody<ChainUpdate>(request.c, 'reward-chain/update');
  const isKnown = (id: number): boolean => chain.steps.some(({step_id}) => step_id === id);
  const stranger = input.steps.findIndex(({step_id}) => step_id != null && !isKnown(step_id));
  if (stranger >= 0) throw invalidProperty(`steps[${stranger}].step_id`, 'must be a step of the chain, or null');
  demandKind(input, request.office.valuePoints.get(chain.value_point.sku)?.is_clan, 'popup_header');
  request.office.rewardChains.replace(chain, input);
  return noContent(request.c);
};

/** The value point decides the kind of a chain, and can't change. */
function demandKind({popup_header}: ChainUpdate, isClan: boolean | undefined, place: string): void {
  if (isClan !== (popup_header !== undefined))
    throw invalidProperty(place, 'must fit: a chain has popups if, and only if, its value point is for clans');
}

const remove: AdminCall = request => {
  request.office.rewardChains.delete(chainOf(request));
  return noContent(request.c);
};

const toggle: AdminCall = request => {
  request.office.rewardChains.toggle(chainOf(request));
  return noContent(request.c);
};

const reset: AdminCall = request => {
  request.office.rewardChains.reset(chainOf(request));
  return noContent(request.c);
};

function chainOf({c, office}: AdminRequest): ManagedChain {
  const chain = office.rewardChains.get(idIn(c, 'reward_chain_id'));
  if (!chain) throw chainNotFound();
  return chain;
}

/** A chain in a list: without steps, and with its value point in one language. */
function toListed({office}: AdminRequest, chain: ManagedChain): object {
  const point = office.valuePoints.get(chain.value_point.sku);
  return {...toRow(office, chain), value_point: point && {...toPoint(point), ...toPlayerPoint(point)}};
}

function toAnswer({office}: AdminRequest, chain: ManagedChain): object {
  const point = office.valuePoints.get(chain.value_point.sku);
  return {...toRow(office, chain), value_point: point && toPoint(point), steps: chain.steps};
}

function toRow({rewardChains}: BackOffice, chain: ManagedChain): object {
  const {value_point: _, steps: __, recurrent_schedule, description, ...others} = chain;
  const fields = {...others, ...(description && {description})};
  const {start, end, nextReset, enabled} = rewardChains.planOf(chain);
  return {
    is_always_visible: true,
    image_url: null,
    ...fields,
    ...localised(fields),
    is_enabled: enabled,
    date_start: toDate(start),
    date_end: end === null ? null : toDate(end),
    recurrent_schedule:
      recurrent_schedule && nextReset !== null ? answeredSchedule(recurrent_schedule, nextReset) : null,
  };
}

/** Every text with the locales of answers. */
function localised(fields: object): object {
  const names = ['name', 'description', 'long_description', 'popup_header', 'popup_instruction'];
  const texts = Object.entries(fields).filter(([name, value]) => names.includes(name) && value != null);
  return Object.fromEntries(texts.map(([name, value]) => [name, twoLetter(value as Texts)]));
}
