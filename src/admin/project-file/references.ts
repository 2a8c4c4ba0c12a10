import type {Ids, Row} from './rows.js';

/** The row with ids in place of the keys of promotions that it excludes; keys without an id yet are left out. */
export function toSent(row: Row, ids: Ids): Row {
  const known = promotionIds(ids);
  return withExcluded(row, each => (typeof each === 'string' ? (known.get(each) ?? []) : each));
}

/** The row with keys in place of ids, where there is one. */
export function toFileRow(row: Row, ids: Ids): Row {
  const keys = new Map([...promotionIds(ids)].map(([key, id]) => [id, key]));
  return withExcluded(row, each => keys.get(each as number) ?? each);
}

function withExcluded(row: Row, map: (each: unknown) => unknown): Row {
  const {excluded_promotions: excluded} = row;
  return Array.isArray(excluded) ? {...row, excluded_promotions: excluded.flatMap(map)} : row;
}

/** The ids of promotions by their keys in the file. */
function promotionIds(ids: Ids): ReadonlyMap<string, number> {
  return new Map([...Object.entries(ids.bonuses ?? {}), ...Object.entries(ids.discounts ?? {})]);
}
