import type {Context, Hono} from 'hono';
import type {SandboxEnv} from '../http/env.js';
import {itemNotFound, projectNotFound} from '../http/envelopes.js';
import {addCall} from '../http/routes.js';
import {toInteger} from '../http/numbers.js';
import {Chains} from '../reward-chains/chains.js';
import {illustrated} from '../pictures/references.js';
import type {BackOffice} from './back-office.js';
import type {Item} from './catalog.js';
import {pageOf} from './pages.js';

const PATH = '/api/v2/project/:project_id/items';

/** The public reads of the shop: every item that has a price. They need no authorization. */
export function addCatalogCalls(app: Hono<SandboxEnv>, office: BackOffice): void {
  const isSold = ({sku}: Item): boolean =>
    office.itemFacts.priceOf(sku) !== null && office.world.of(Chains).audience.visitorsSee(sku);
  const list = (path: string, isListed: (item: Item) => boolean, toRow = toAnswer): void =>
    addCall(app, 'GET', PATH + path, c => {
      demandProject(c, office);
      const {rows, hasMore} = pageOf(
        c,
        office.catalog.all.filter(item => isSold(item) && isListed(item)),
      );
      return illustrated(c, {has_more: hasMore, items: rows.map(item => toRow(office, item))});
    });
  list('', () => true);
  list('/virtual_items', ({type}) => type === 'virtual_good', inLanguages);
  list('/virtual_currency/package', ({bundle_type}) => bundle_type === 'virtual_currency_package');
  list('/bundle', ({bundle_type}) => bundle_type === 'standard');
  addCall(app, 'GET', `${PATH}/sku/:sku`, c => {
    demandProject(c, office);
    const item = office.catalog.find(c.req.param('sku') ?? '');
    if (!item || !isSold(item)) throw itemNotFound(c.req.param('sku') ?? '');
    return illustrated(c, toAnswer(office, item));
  });
}

function demandProject(c: Context<SandboxEnv>, {projectId}: BackOffice): void {
  if (toInteger(c.req.param('project_id'), 'project_id') !== projectId) throw projectNotFound();
}

/** The vendor writes the texts of this list by language. */
function inLanguages(office: BackOffice, item: Item): object {
  return {...toAnswer(office, item), name: {en: item.name}, description: {en: item.description}};
}

function toAnswer({itemFacts, valuePoints}: BackOffice, item: Item): object {
  const price = itemFacts.priceOf(item.sku);
  const amount = String(price?.amount);
  const points = valuePoints.all.flatMap(point => {
    const given = valuePoints.itemsOf(point).get(item.sku);
    return given === undefined ? [] : [{item_id: point.item_id, sku: point.sku, amount: given, is_clan: point.is_clan}];
  });
  return {
    ...item,
    is_free: false,
    price: price && {amount, amount_without_discount: amount, currency: price.currency},
    virtual_prices: [],
    can_be_bought: true,
    promotions: [],
    limits: null,
    periods: [],
    groups: [],
    attributes: [],
    vp_rewards: points,
  };
}
