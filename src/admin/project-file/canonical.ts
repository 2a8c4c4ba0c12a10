import type {Row} from './rows.js';

/*
 * Two rows that mean the same have the same canonical form: the vendor answers dates in another zone, percents with
 * more zeros, and texts of chains under shorter locales than they were sent with.
 */

const DATE = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

/** What a missing field means. Other missing fields are the same as `null`, `false`, `[]` or `{}`. */
const DEFAULTS: Row = {
  redeem_user_limit: 10,
  redeem_code_limit: 10,
  redeem_total_limit: 10,
  quantity: 1,
  is_always_visible: true,
};

/** Fields whose `null` or `false` means something else than their absence. */
const TELLING = ['redeem_user_limit', 'redeem_code_limit', 'redeem_total_limit', 'is_always_visible', 'is_enabled'];

/** Maps of texts, which answers may have under two letters. */
const TEXTS = [
  ...['name', 'description', 'long_description', 'popup_header', 'popup_instruction'],
  ...['label', 'campaign_names'],
];

/** The vendor's keys for the two Chinese scripts, which are not language codes. */
const SCRIPTS: Readonly<Record<string, string>> = {'zh-CN': 'cn', 'zh-TW': 'tw'};

export function canonical(row: Row): Row {
  return toCanonical(row) as Row;
}

/** Whether both mean the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(toCanonical(one)) === JSON.stringify(toCanonical(other));
}

function toCanonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toCanonical);
  if (typeof value === 'string') return DATE.test(value) ? new Date(value).toISOString() : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, field]) => [name, toField(name, field, value as Row)] as const);
  return Object.fromEntries(
    entries.filter(([name, field]) => !isAbsent(name, field)).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function toField(name: string, value: unknown, row: Row): unknown {
  if (name === 'percent' || (name === 'value' && !('attribute' in row))) return value === null ? null : Number(value);
  if (name === 'attribute_conditions' && Array.isArray(value)) return toCanonical(byType(value.flat() as Row[]));
  if (TEXTS.includes(name)) return toCanonical(shortened(value));
  if (name === 'items' && Array.isArray(value)) return toCanonical(bySku(value as Row[]));
  if (name === 'steps' && Array.isArray(value)) return toCanonical(inOrder(value as Row[]));
  return toCanonical(value);
}

function isAbsent(name: string, value: unknown): boolean {
  if (name in DEFAULTS && value === DEFAULTS[name]) return true;
  if (value === undefined) return true;
  if (TELLING.includes(name)) return false;
  return value === null || value === false || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** All conditions must be met, so their order counts for nothing. */
function byType(conditions: readonly Row[]): readonly Row[] {
  const types = [...new Set(conditions.map(({type}) => type))].sort();
  return types.flatMap(type => conditions.filter(condition => condition['type'] === type));
}

/** Items that give points are in no order; other items are. */
function bySku(items: readonly Row[]): readonly Row[] {
  if (!items.every(item => item !== null && typeof item === 'object' && 'amount' in item)) return items;
  return [...items].sort((one, other) => (String(one['sku']) < String(other['sku']) ? -1 : 1));
}

/** Steps with numbers may be written in any order. */
function inOrder(steps: readonly Row[]): readonly Row[] {
  return [...steps].sort((one, other) => Number(one['step_number'] ?? 0) - Number(other['step_number'] ?? 0));
}

function shortened(texts: unknown): unknown {
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(
    Object.entries(texts).map(([locale, text]) => [SCRIPTS[locale] ?? locale.slice(0, 2), text as unknown]),
  );
}
