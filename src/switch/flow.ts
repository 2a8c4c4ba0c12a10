import {LiveOpsError} from '../errors.js';
import type {Reward, RewardChain, Snapshot} from '../model.js';
import type {Journal, JournalPage} from './journal.js';
import type {Reading, SwitchEnd} from './outcome.js';
import {comparePeople} from './people.js';
import type {SwitchRecord} from './record.js';
import {missingFrom, owedBy, takeSnapshot} from './snapshot.js';
import {type Judged, judgeMissing} from './verdict.js';

/** A raw answer; `undefined` when none came whole. */
export type RawAnswer = {readonly status: number; readonly text: string} | undefined;

/** All that a switch needs of the world around it; the player is fixed. */
export type FlowParts = {
  journal: Journal;
  /** The clan as the game names it now. */
  clan(): string | null | undefined;
  /** The player's name on the boards, where it is known. */
  ownName: string | undefined;
  /** The clan chains as the server has them now. @throws {LiveOpsError} */
  readChains(): Promise<readonly RewardChain[]>;
  /** Sends one update. @throws {LiveOpsError} when it is certain that nothing was sent. */
  send(sent: SwitchRecord): Promise<RawAnswer>;
  read(answer: RawAnswer): Reading;
  today(): number;
  createId(): string;
};

/** Receipts that wait to be acknowledged, and their characters; another switch waits until there are fewer. */
const MOST_RECEIPTS = 20;
const MOST_KEPT = 1024 * 1024;

/**
 * One switch as the player asks for it:
 *
 * 1. a switch whose end is not known yet is finished first;
 * 2. what is owed is noted, and the note is on the disk before anything is sent;
 * 3. one update is sent, and its raw answer kept before it is read;
 * 4. where the answer does not cover the note, the chains are looked at, and each reward gets a verdict;
 * 5. what was learned is on the disk before anybody is told.
 *
 * An update without an answer, after which the look shows nothing done, is sent once more.
 *
 * With `allowVolatile` it goes on where no store keeps the record: what is learned then lives as long as the page.
 *
 * @throws {LiveOpsError} when nothing was sent.
 */
export async function switchOver(flow: FlowParts, page: JournalPage, allowVolatile: boolean): Promise<SwitchEnd> {
  const end = await advance(flow, page.open ?? (await begin(flow, page, allowVolatile)));
  return end.kind === 'open' ? advance(flow, end.record) : end;
}

/** One step of a switch: at most one update, and none before a look where an earlier one may have been carried out. */
export async function advance(flow: FlowParts, record: SwitchRecord): Promise<SwitchEnd> {
  const reading = flow.read(record.answer);
  if (reading.kind !== 'unknown') return conclude(flow, record, reading);
  if (!record.tries) return send(flow, record);
  const end = await look(flow, record);
  return end.kind === 'unchanged' ? send(flow, {...record, snapshot: end.snapshot}) : end;
}

/**
 * Takes the answer to an update that was given up. Where the switch came to an end without it, what it lists is told
 * after all, in place of what was expected of it.
 */
export async function takeLate(
  flow: FlowParts,
  {open, receipts}: JournalPage,
  sent: SwitchRecord,
  answer: RawAnswer,
): Promise<SwitchEnd> {
  if (open?.id === sent.id) return take(flow, open, answer);
  const reading = flow.read(answer);
  // Nothing new.
  if (reading.kind !== 'granted' || !reading.rewards.length) return {kind: 'open', record: sent};
  const told = receipts.find(({id}) => id === sent.id)?.rewards.map(reward => ({reward})) ?? owedBy(sent.snapshot);
  const others = missingFrom(reading.rewards, told).map(({reward}) => reward);
  return receive(flow, sent, {...withOthers(reading, others), moved: false});
}

async function begin(flow: FlowParts, page: JournalPage, volatile: boolean): Promise<SwitchRecord> {
  if (page.receipts.length >= MOST_RECEIPTS || JSON.stringify(page.receipts).length > MOST_KEPT) {
    throw new LiveOpsError('storage-unavailable', 'Too many receipts wait to be acknowledged.');
  }
  const clan = flow.clan();
  const newest = page.receipts[page.receipts.length - 1];
  const snapshot = takeSnapshot(await flow.readChains(), flow.today());
  return {
    id: flow.createId(),
    state: 'inflight',
    // After every receipt there is, whatever the clock says.
    at: notBefore(newest ? Date.parse(newest.receivedAt) + 1 : 0, flow),
    tries: 0,
    clan,
    volatile,
    snapshot,
    rewards: [],
    complete: false,
  };
}

async function send(flow: FlowParts, record: SwitchRecord): Promise<SwitchEnd> {
  const sent: SwitchRecord = {...record, tries: record.tries + 1, answer: undefined};
  let answer: RawAnswer;
  try {
    if (!(await flow.journal.write(sent)) && !sent.volatile) throw notKept();
    answer = await flow.send(sent);
  } catch (error) {
    await (record.tries ? flow.journal.write(record) : flow.journal.close(record.id, 'void'));
    throw error;
  }
  return take(flow, sent, answer);
}

async function take(flow: FlowParts, record: SwitchRecord, answer: RawAnswer): Promise<SwitchEnd> {
  if (!answer) return {kind: 'open', record};
  const answered = {...record, answer};
  await flow.journal.write(answered);
  return conclude(flow, answered, flow.read(answer));
}

async function conclude(flow: FlowParts, record: SwitchRecord, reading: Reading): Promise<SwitchEnd> {
  if (reading.kind === 'unknown') return {kind: 'open', record};
  // "Too many" may be the answer to the copy that a browser sends by itself.
  const isPlain = reading.kind === 'refused' && record.tries === 1 && reading.error.code !== 'rate-limited';
  const end = isPlain ? reading : await look(flow, record, reading);
  const isOver = end.kind === 'unchanged' || end.kind === 'refused';
  if (isOver) await flow.journal.close(record.id, 'void');
  return isOver && reading.kind === 'refused' ? reading : end;
}

/** Holds what the answer lists against the note; where that is short, the chains tell what became of the rest. */
async function look(flow: FlowParts, record: SwitchRecord, reading?: Reading): Promise<SwitchEnd> {
  const answered = reading?.kind === 'granted';
  const listed = answered ? reading : {rewards: [], whole: true};
  // An ended chain may owe nothing any more: not worth a doubt where the server lists what it granted.
  const owed = owedBy(record.snapshot).filter(({chain}) => !listed.rewards.length || !chain.ended);
  if (answered && !missingFrom(listed.rewards, owed).length) {
    return receive(flow, record, {rewards: listed.rewards, complete: listed.whole, moved: true});
  }
  const chains = await flow.readChains().catch(() => undefined);
  if (!chains) return {kind: 'open', record};
  const people = comparePeople(record.snapshot, chains, flow.ownName);
  const around = {chains, people, sameWord: flow.clan() === record.clan, today: flow.today()};
  const found = judgeMissing(listed.rewards, owed, around);
  // Before an answer "unlikely" will do: the next update tells.
  const isSame = ({verdict}: Judged): boolean => verdict === 'unchanged' || (!reading && verdict === 'unlikely');
  if (!listed.rewards.length && people !== 'other' && found.every(isSame)) {
    return {kind: 'unchanged', snapshot: noteAgain(record.snapshot, takeSnapshot(chains, flow.today()))};
  }
  return receive(flow, record, {...withOthers(listed, toRewards(found)), moved: !found.some(isSame)});
}

/** What a look found of what was owed: first what was surely granted, then what may have been. */
function toRewards(found: readonly Judged[]): readonly Reward[] {
  return found
    .filter(({verdict}) => verdict !== 'unchanged')
    .map(({reward, verdict}) => ({...reward, source: verdict === 'granted' ? 'recovered' : 'expected'}));
}

/** What the answer lists, and what it does not. */
function withOthers({rewards, whole}: Listed, others: readonly Reward[]): Pick<Received, 'rewards' | 'complete'> {
  return {
    rewards: [...rewards, ...others],
    complete: whole && others.every(({source}) => source !== 'expected'),
  };
}

/**
 * What is owed now, beside the people of the first note: after the next update they tell whether it was the first one
 * that was carried out.
 */
function noteAgain(first: Snapshot, now: Snapshot): Snapshot {
  if (!owedBy(first).length) return now;
  return now.map(chain => ({...chain, contributors: first.find(({id}) => id === chain.id)?.contributors ?? []}));
}

type Listed = {rewards: readonly Reward[]; whole: boolean};
type Received = {rewards: readonly Reward[]; complete: boolean; moved: boolean};

async function receive(
  flow: FlowParts,
  record: SwitchRecord,
  {rewards, complete, moved}: Received,
): Promise<SwitchEnd> {
  const isNothing = complete && !rewards.length;
  const received: SwitchRecord = {
    ...record,
    state: 'received',
    at: notBefore(Date.parse(record.at), flow),
    rewards,
    complete,
    snapshot: [],
    answer: undefined,
  };
  await (isNothing ? flow.journal.close(record.id, 'void') : flow.journal.write(received));
  if (moved && record.clan !== undefined) await flow.journal.settle(record.clan);
  return isNothing ? {kind: 'nothing'} : {kind: 'received', record: received};
}

function notBefore(time: number, {today}: FlowParts): string {
  return new Date(Math.max(today(), time || 0)).toISOString();
}

function notKept(): LiveOpsError {
  return new LiveOpsError('storage-unavailable', 'The receipt cannot be kept.');
}
