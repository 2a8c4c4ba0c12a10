/* Which items lift the clan: the cheapest few whose value points close a gap. */
import {type Cost, costOf} from './cost.js';
import type {CatalogItem} from './items.js';
import {isOnSale} from './rules.js';

/** The gap to close; `valuePointSku` is `undefined` where the chain could not be read, and then clan points count. */
export type Gap = {readonly pointsNeeded: number; readonly valuePointSku: string | undefined};

/** Items to buy together. */
export type ItemClimb = {
  /** At most three, the cheapest first; empty if no item gives such points. */
  readonly items: readonly CatalogItem[];
  /** The points of all of them. */
  readonly points: number;
  /** Whether that is enough; if not, these are the items that give most. */
  readonly closes: boolean;
};

/** More than that nobody buys at once. */
const MOST = 3;
/** Points have at most two decimals, which sums of floating-point numbers miss. */
const HUNDREDTHS = 100;

type Candidate = {readonly item: CatalogItem; readonly hundredths: number; readonly cost: Cost};
type Chosen = {readonly all: readonly Candidate[]; readonly units: bigint; readonly hundredths: number};

/**
 * The cheapest set of at most three items that closes the gap, exactly; of sets that cost the same, the one of fewest items,
 * then of most points, then the earliest in the list. A set is in one currency, since nobody knows what another one costs.
 * Real money comes first; virtual currency only where that closes nothing.
 */
export function climbWith(items: readonly CatalogItem[], gap: Gap): ItemClimb {
  const candidates = items.filter(isOnSale).flatMap(item => toCandidate(item, gap) ?? []);
  const need = toHundredths(gap.pointsNeeded);
  for (const currency of currenciesOf(candidates)) {
    const payable = candidates.filter(({cost}) => cost.currency === '' || cost.currency === currency);
    const best = mostOf(payable).hundredths < need ? undefined : cheapestOf(payable, need);
    if (best) return toClimb(best, true);
  }
  return toClimb(mostOf(candidates), false);
}

/**
 * Whether one answer to a gap is to be preferred to another, of the same gap and other items: it closes the gap; costs less, real
 * money before virtual currency; has fewer items; gives more points. Prices in two currencies cannot be compared.
 */
export function isBetterClimb(one: ItemClimb, other: ItemClimb): boolean {
  if (one.closes !== other.closes) return one.closes;
  if (!one.closes) return one.points > other.points;
  const [cost, otherCost] = [totalOf(one), totalOf(other)];
  if (cost.rank !== otherCost.rank) return cost.rank < otherCost.rank;
  if (cost.currency !== otherCost.currency) return false;
  if (cost.units !== otherCost.units) return cost.units < otherCost.units;
  if (one.items.length !== other.items.length) return one.items.length < other.items.length;
  return one.points > other.points;
}

/** What all items of a set cost together; a set is in one currency, apart from items that are free. */
function totalOf({items}: ItemClimb): Cost & {readonly rank: number} {
  const costs = items.flatMap(item => costOf(item) ?? []);
  const currency = costs.map(cost => cost.currency).find(Boolean) ?? '';
  const units = costs.reduce((sum, cost) => sum + cost.units, BigInt(0));
  return {currency, units, rank: isVirtual(currency) ? 2 : Number(currency !== '')};
}

/** How many of the points an item gives. */
export function pointsOf({points}: CatalogItem, {valuePointSku}: Pick<Gap, 'valuePointSku'>): number {
  const counts = points.filter(({sku, isClan}) => (valuePointSku === undefined ? isClan : sku === valuePointSku));
  return counts.reduce((sum, {amount}) => sum + toHundredths(amount ?? 0), 0) / HUNDREDTHS;
}

function toCandidate(item: CatalogItem, gap: Gap): Candidate | undefined {
  const hundredths = toHundredths(pointsOf(item, gap));
  const cost = costOf(item);
  return hundredths > 0 && cost ? {item, hundredths, cost} : undefined;
}

/** Real money before virtual currencies, in the order of the list. What is free goes with each. */
function currenciesOf(candidates: readonly Candidate[]): readonly string[] {
  const all = [...new Set(candidates.map(({cost}) => cost.currency))].filter(Boolean);
  return all.length ? [...all.filter(one => !isVirtual(one)), ...all.filter(isVirtual)] : [''];
}

function isVirtual(currency: string): boolean {
  return currency.startsWith('virtual ');
}

/** The three that give most. */
function mostOf(candidates: readonly Candidate[]): Chosen {
  const most = [...candidates].sort((one, other) => other.hundredths - one.hundredths).slice(0, MOST);
  return most.reduce(withCandidate, NOTHING);
}

const NOTHING: Chosen = {all: [], units: BigInt(0), hundredths: 0};

function withCandidate({all, units, hundredths}: Chosen, candidate: Candidate): Chosen {
  return {
    all: [...all, candidate],
    units: units + candidate.cost.units,
    hundredths: hundredths + candidate.hundredths,
  };
}

function cheapestOf(candidates: readonly Candidate[], need: number): Chosen | undefined {
  const byCost = [...candidates].sort((one, other) => compare(one.cost.units, other.cost.units));
  return search(byCost, need, {chosen: NOTHING, from: 0, best: undefined});
}

type Place = {readonly chosen: Chosen; readonly from: number; readonly best: Chosen | undefined};

/** Tries every set in the order of its costs, so that it can stop at the first one that is dearer than the best. */
function search(byCost: readonly Candidate[], need: number, {chosen, from, best}: Place): Chosen | undefined {
  const isLast = chosen.all.length === MOST - 1;
  for (let at = from; at < byCost.length; at++) {
    const candidate = byCost[at] as Candidate;
    const isEnough = chosen.hundredths + candidate.hundredths >= need;
    if (isLast && !isEnough) continue;
    if (best && chosen.units + candidate.cost.units > best.units) break;
    const next = withCandidate(chosen, candidate);
    if (isEnough) best = best && !isBetter(next, best) ? best : next;
    else best = search(byCost, need, {chosen: next, from: at + 1, best});
  }
  return best;
}

function isBetter(one: Chosen, other: Chosen): boolean {
  const byCost = compare(one.units, other.units);
  if (byCost) return byCost < 0;
  if (one.all.length !== other.all.length) return one.all.length < other.all.length;
  return one.hundredths > other.hundredths;
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : Number(one > other);
}

function toClimb({all, hundredths}: Chosen, closes: boolean): ItemClimb {
  const byCost = closes ? [...all].sort((one, other) => compare(one.cost.units, other.cost.units)) : all;
  return {items: byCost.map(({item}) => item), points: hundredths / HUNDREDTHS, closes};
}

function toHundredths(points: number): number {
  return Math.round(points * HUNDREDTHS);
}
