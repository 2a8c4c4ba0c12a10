import {type RawAnswer, readClanUpdate} from '../../../src/clan-switch/update.js';
import {LiveOpsError} from '../../../src/errors.js';
import type {RewardChain} from '../../../src/model.js';
import {createTieredStore} from '../../../src/storage/tiered-store.js';
import type {SwitchEnd} from '../../../src/clan-switch/outcome.js';
import {goOn, type SwitchParts, switchOver} from '../../../src/clan-switch/run.js';
import {createJournal} from '../../../src/claims/journal.js';
import {mapTier} from '../storage/fake-stores.js';
import {chain, granted, reward, step} from './parts.js';
import {lists} from './make-switch.js';

export const NEW_YEAR = Date.UTC(2025, 0, 1);
export const WOLVES = [{name: 'winner', amount: 555}];
export const OWLS = [{name: 'strix', amount: 9}];

/** A quest with a box to be had at 500 points. */
export function quest(points = 600, topContributors = WOLVES, fields: Partial<RewardChain> = {}): RewardChain {
  return {...chain(101, points, step(1, 500, [reward('box')]), step(2, 9_000, [])), topContributors, ...fields};
}

export const offline = new LiveOpsError('network', 'Offline.');
export const poorer = [quest(9, OWLS)];
export const richer = [quest(900, OWLS)];
export const same = [quest()];

export type Plan = Partial<SwitchParts> & {
  allowVolatile?: boolean;
  /** What the looks at the chains show, in turn; the last holds. */
  looks?: readonly (readonly RewardChain[] | LiveOpsError)[];
  /** What the updates are answered with, in turn; the last holds. */
  answers?: readonly (RawAnswer | undefined | LiveOpsError)[];
  durable?: boolean;
  disk?: Map<string, string>;
};

/** The world of one switch; `calls` has what was done, with the states on the disk at the time. */
export function flowOver({
  looks = [same],
  answers = [lists(granted('box'))],
  durable = true,
  disk = new Map(),
  allowVolatile = false,
  ...parts
}: Plan) {
  const store = createTieredStore([mapTier(disk, {durable})]);
  const journal = createJournal({player: 'Rocket', store, today: () => NEW_YEAR});
  const calls: string[] = [];
  const left = {looks: [...looks], answers: [...answers]};
  const next = <T>(list: T[]): T => (list.length > 1 ? list.shift() : list[0]) as T;
  const states = (): string => [...disk.values()].map(text => /"state":"(\w+)"/.exec(text)?.[1]).join('+');
  const flow: SwitchParts = {
    journal,
    clan: () => 'owls',
    ownName: 'Rocket',
    async readChains() {
      calls.push(`look (${states()})`);
      const look = next(left.looks);
      if (look instanceof LiveOpsError) throw look;
      return look;
    },
    async sendUpdate() {
      calls.push(`send (${states()})`);
      const answer = next(left.answers);
      if (answer instanceof LiveOpsError) throw answer;
      return answer;
    },
    read: readClanUpdate,
    today: () => NEW_YEAR,
    createId: () => 'a',
    ...parts,
  };
  const page = () => createJournal({player: 'Rocket', store, today: () => NEW_YEAR}).read();
  const begin = async () => switchOver(flow, await journal.read(), allowVolatile);
  return {flow, calls, disk, journal, page, begin, states};
}

/** A switch as the player asks for it, and what the next page finds of it. */
export async function switched(plan: Plan) {
  const parts = flowOver(plan);
  return {...parts, ...(await outcomeOf(parts, await parts.begin()))};
}

async function outcomeOf({page}: ReturnType<typeof flowOver>, end: SwitchEnd) {
  const {open, receipts, mark} = await page();
  const [receipt] = receipts;
  const rows = receipt?.rewards.map(({sku, source}) => `${sku}: ${source}`);
  return {end, kind: end.kind, open, mark: mark?.clan, rows, complete: receipt?.complete};
}

/** The same, gone on with until it has ended: twice, a minute after the update. */
export async function switchedLate(plan: Plan) {
  let now = NEW_YEAR;
  const parts = flowOver({today: () => now, ...plan});
  let end = await parts.begin();
  for (let check = 0; check < 3; check++) {
    now += 60_000;
    const {open} = await parts.journal.read();
    if (open) end = await goOn(parts.flow, open);
  }
  return {...parts, ...(await outcomeOf(parts, end))};
}

/** The same, as one line. */
export async function summaryLate(plan: Plan): Promise<readonly unknown[]> {
  const {kind, rows, complete, mark, open} = await switchedLate(plan);
  return [kind, rows, complete, mark, Boolean(open)];
}

/** The same as `switched`, as one line. */
export async function summary(plan: Plan): Promise<readonly unknown[]> {
  const {kind, rows, complete, mark, open} = await switched(plan);
  return [kind, rows, complete, mark, Boolean(open)];
}
