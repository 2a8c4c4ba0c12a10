import type {Call, Plan} from './plan.js';
import {RAVENS, WOLVES, clanQuest, freshQuest, ownQuest} from './clan-quest.js';
import {CODES} from './code-calls.js';
import {dailyWeek, everyDay} from './daily-week.js';
import {hourlyOffer, winterLadder} from './offer-ladder.js';
import {winterShop} from './item-shop.js';
import {type Ids, PAGE, refusal} from './answers.js';
import {createWorld} from './world.js';

/** The paths of the player calls, for any base and project. */
const CALLS: readonly (readonly [Call, method: string, path: RegExp])[] = [
  ['contributors', 'GET', /\/user\/clan\/contributors\/(\d+)\/top$/],
  ['update', 'PUT', /\/user\/clan\/update$/],
  ['chains', 'GET', /\/user\/reward_chain$/],
  ['balance', 'GET', /\/user\/reward_chain\/(\d+)\/balance$/],
  ['claim', 'POST', /\/user\/reward_chain\/(\d+)\/step\/(\d+)\/claim$/],
  ['days', 'GET', /\/user\/daily_chain$/],
  ['day', 'GET', /\/user\/daily_chain\/(\d+)$/],
  ['claim-day', 'POST', /\/user\/daily_chain\/(\d+)\/step\/number\/(\d+)\/claim$/],
  ['offers', 'GET', /\/user\/offer_chain$/],
  ['offer', 'GET', /\/user\/offer_chain\/(\d+)$/],
  ['claim-offer', 'POST', /\/user\/offer_chain\/(\d+)\/step\/number\/(\d+)\/claim$/],
  ['order-offer', 'POST', /\/user\/offer_chain\/(\d+)\/step\/number\/(\d+)\/order$/],
  ['order', 'GET', /\/order\/(\d+)$/],
  ['upsell', 'GET', /\/items\/upsell$/],
  ['group', 'GET', /\/items\/group\/([^/]+)$/],
  ['item', 'GET', /\/items\/sku\/([^/]+)$/],
  ['items', 'GET', /\/items$/],
  ['balances', 'GET', /\/user\/virtual_currency_balance$/],
  ['spend', 'POST', /\/payment\/item\/([^/]+)\/virtual\/([^/]+)$/],
  ['order-item', 'POST', /\/payment\/item\/([^/]+)$/],
  ['claim-item', 'POST', /\/free\/item\/([^/]+)$/],
  ['verify-code', 'GET', /\/promotion\/code\/([^/]+)\/verify$/],
  ['redeem-code', 'POST', /\/coupon\/redeem$/],
  ['apply-code', 'POST', /\/promocode\/redeem$/],
  ['remove-code', 'PUT', /\/promocode\/remove$/],
  ['cart', 'GET', /\/cart$/],
];

function toCall({method, url}: Request): {call: Call; ids: Ids} | undefined {
  const {pathname, searchParams} = new URL(url);
  for (const [call, wanted, path] of CALLS) {
    const [found, chainId = '', stepId = ''] = path.exec(pathname) ?? [];
    if (!found || method !== wanted) continue;
    const limit = Number(searchParams.get('limit') ?? PAGE);
    const offset = Number(searchParams.get('offset'));
    const word = decodeURIComponent(chainId);
    return {call, ids: {chainId: Number(chainId), stepId: Number(stepId), limit, offset, word}};
  }
  return undefined;
}

/** A `fetch` that answers according to the plan, and `release`, which releases delayed answers. */
export function createServer(plan: Plan, now: number): {fetch: typeof fetch; release: () => void} {
  const {
    chains = time => [clanQuest(time, WOLVES), ownQuest(time)],
    newClan = time => [freshQuest(time, RAVENS), ownQuest(time)],
    dailyChains = time => [dailyWeek(time), everyDay(time)],
    offerChains = time => [winterLadder(time), hourlyOffer(time)],
    shopItems = time => winterShop(time),
    upsell = ['gem_purse', 'mega_elixir', 'wolf_banner'],
    codes = CODES,
    orderStatus = () => 'new',
    listed = granted => granted,
    inject = () => (_call, answer) => answer(),
  } = plan;
  const world = createWorld(
    {chains, newClan, dailyChains, offerChains, shopItems, upsell, codes, orderStatus, listed},
    now,
  );
  const become = inject();
  const startedAt = performance.now();
  let release = (): void => undefined;
  const held = new Promise<void>(resolve => (release = resolve));

  return {
    release: () => release(),
    async fetch(input, init) {
      const request = new Request(input, init);
      const asked = toCall(request);
      if (!asked) return refusal(404, 0, 'Path not found');
      const answer = (): Response => {
        const response = world[asked.call](asked.ids);
        response.headers.set('date', new Date(now + performance.now() - startedAt).toUTCString());
        return response;
      };
      return become(asked.call, answer, held, request.headers.has('authorization'));
    },
  };
}
