import type {Catalog} from './catalog.js';
import {flagIn, pageOf} from './pages.js';
import {ruleNotFound} from './refusals.js';
import {readBody} from './requests.js';
import type {Rule, RuleInput, RuleItem} from './rules.js';
import {type AddAdminCalls, type AdminCall, idIn, noContent, type AdminRequest} from './routes.js';

const PATH = '/user/attribute/rule';

/** The calls of the personalised catalog's rules. An unknown rule is not documented; the sandbox answers 404/4001. */
export function addRuleCalls(add: AddAdminCalls): void {
  add(PATH, {GET: list, POST: create});
  add(`${PATH}/all`, {GET: all});
  add(`${PATH}/:rule_id`, {GET: get, PUT: replace, PATCH: patch, DELETE: remove});
}

const list: AdminCall = ({c, office}) => {
  const enabled = flagIn(c, 'is_enabled');
  const wanted = office.rules.all.filter(({is_enabled}) => enabled === undefined || is_enabled === enabled);
  const {rows, total, hasMore} = pageOf(c, wanted);
  const items = rows.map(rule => toAnswer(rule, office.catalog));
  return c.json({items, total_items_count: total, has_more: hasMore});
};

const all: AdminCall = ({c, office}) => {
  const items = office.rules.all.map(({rule_id, name, is_enabled, is_satisfied_for_unauth}) => {
    return {rule_id, name, is_enabled, is_satisfied_for_unauth};
  });
  return c.json({items});
};

const create: AdminCall = async ({c, office}) => {
  const input = await readBody<RuleInput>(c, 'rule/input');
  return c.json({rule_id: office.rules.create(input)}, 201);
};

const get: AdminCall = request => request.c.json(toAnswer(ruleOf(request), request.office.catalog));

const replace: AdminCall = async request => {
  const {rule_id} = ruleOf(request);
  request.office.rules.replace(rule_id, await readBody<RuleInput>(request.c, 'rule/input'));
  return noContent(request.c);
};

const patch: AdminCall = async request => {
  const {rule_id, ...rule} = ruleOf(request);
  const fields = await readBody<Partial<RuleInput>>(request.c, 'rule/patch');
  request.office.rules.replace(rule_id, {...rule, ...fields});
  return noContent(request.c);
};

const remove: AdminCall = request => {
  request.office.rules.delete(ruleOf(request).rule_id);
  return noContent(request.c);
};

function ruleOf({c, office}: AdminRequest): Rule {
  const rule = office.rules.get(idIn(c, 'rule_id'));
  if (!rule) throw ruleNotFound();
  return rule;
}

function toAnswer(rule: Rule, catalog: Catalog): object {
  return {...rule, items: rule.items.map(item => toItem(item, catalog))};
}

/** An item that the shop does not have is returned as it was sent. */
function toItem({item_id, sku}: RuleItem, catalog: Catalog): object {
  const item = sku === undefined ? catalog.findById(item_id ?? 0) : catalog.obtain(sku);
  if (!item) return {item_id};
  const {name, type, bundle_type} = item;
  return {item_id: item.item_id, sku: item.sku, name, type, ...(bundle_type && {bundle_type})};
}
