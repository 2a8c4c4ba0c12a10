/* Runs the reducer's effects (reads, writes, requests) and passes each outcome back as the next event. */
import type {RewardChain} from '../model.js';
import {datedOf} from './age.js';
import type {Journal} from '../claims/journal.js';
import type {JournalPage} from '../claims/journal-page.js';
import type {LeftClan, SwitchRecord} from '../claims/record.js';
import type {SwitchEnd, UpdateResult} from './outcome.js';
import {notBefore, toReceipt, withOthers} from './receipt.js';
import {reduce} from './reduce.js';
import {notCoveredBy, pendingRewards} from './snapshot.js';
import type {Effect, Event, Now, State} from './states.js';
import type {RawAnswer} from './update.js';
import {toSwitchError} from './view.js';

export type {RawAnswer};

/** The dependencies of a switch; the player is fixed. */
export type SwitchParts = {
  journal: Journal;
  /** The clan that the game names now. */
  clan(): string | null | undefined;
  /** The player's name on the boards, if known. */
  ownName: string | undefined;
  /** Reads the clan chains from the server. @throws {LiveOpsError} */
  readChains(): Promise<readonly RewardChain[]>;
  /**
   * Sends one update; `undefined` if no complete answer arrives. @throws {LiveOpsError} if certainly nothing was sent.
   */
  sendUpdate(sent: SwitchRecord): Promise<RawAnswer | undefined>;
  read(answer: RawAnswer | undefined): UpdateResult;
  today(): number;
  /** The range of the server's time; default `today`. */
  serverTime?(): Now['server'];
  /** How long the page has known of it, milliseconds; default 0. */
  seenMs?(what: SwitchRecord | LeftClan): number;
  createId(): string;
};

/**
 * One switch that the player requested; see `docs/internals/clan-switch.md`. A switch whose end is unknown is finished
 * first. With `allowVolatile`, it continues even if no store keeps the record: the result then lasts as long as the
 * page.
 *
 * @throws {LiveOpsError} when nothing was sent.
 */
export async function switchOver(parts: SwitchParts, page: JournalPage, allowVolatile: boolean): Promise<SwitchEnd> {
  return start(parts, page, true, openRecord(parts, page, allowVolatile));
}

/**
 * Continues an open record without a press: at most one update, and a check first if an update may have been carried
 * out.
 */
export async function goOn(parts: SwitchParts, record: SwitchRecord): Promise<SwitchEnd> {
  return start(parts, {open: record, receipts: [], mark: undefined}, false, record);
}

/**
 * Takes the answer to an update after it was given up. If the switch has ended without it, a receipt with the listed
 * rewards replaces the expected ones.
 */
export async function recordLateAnswer(
  parts: SwitchParts,
  {open, receipts}: JournalPage,
  sent: SwitchRecord,
  answer: RawAnswer | undefined,
): Promise<SwitchEnd> {
  if (!answer) return {kind: 'open', record: open ?? sent};
  if (open?.id === sent.id) return run(parts, {type: 'answeredLate', now: nowOf(parts, open), record: open, answer});
  const result = parts.read(answer);
  if (result.kind !== 'granted' || !result.rewards.length) return {kind: 'open', record: sent};
  const known = receipts.find(({id}) => id === sent.id)?.rewards.map(reward => ({reward}));
  const others = notCoveredBy(result.rewards, known ?? pendingRewards(sent.snapshot)).map(({reward}) => reward);
  const receipt = toReceipt(sent, parts.today(), withOthers(result, others));
  await parts.journal.write(receipt);
  return {kind: 'received', record: receipt};
}

function start(parts: SwitchParts, page: JournalPage, pressed: boolean, draft: SwitchRecord): Promise<SwitchEnd> {
  const result = parts.read(page.open?.answer);
  return run(parts, {type: 'started', now: nowOf(parts, page.open), page, result, task: {pressed, sent: 0}, draft});
}

async function run(parts: SwitchParts, first: Event): Promise<SwitchEnd> {
  let state: State = {name: 'start'};
  for (let events = [first]; events.length;) {
    const next = reduce(state, events.shift() as Event);
    state = next.state;
    for (const effect of next.effects) events.push(await perform(parts, effect, state));
  }
  if (state.name === 'failed') throw state.error;
  if (state.name !== 'ended') throw new Error(`A clan switch stopped in the state ${state.name}.`);
  return state.end;
}

async function perform(parts: SwitchParts, effect: Effect, state: State): Promise<Event> {
  const {journal} = parts;
  const now = (): Now => nowOf(parts, datedOf(state));
  // Written first: if the page closes in between, the next switch must still know the clan that was left.
  if ('left' in effect && effect.left) await journal.leave(effect.left, now().server.latest);
  switch (effect.type) {
    case 'readChains':
      return readChains(parts, now);
    case 'keep':
      return {type: 'kept', durable: await journal.write(effect.record), now: now()};
    case 'send':
      return sendUpdate(parts, effect.record, now);
    case 'record':
      await journal.write(effect.record);
      return {type: 'recorded', result: parts.read(effect.record.answer), now: now()};
    case 'write':
      await journal.write(effect.record);
      break;
    case 'close':
      await journal.close(effect.record.id, 'void');
  }
  if (effect.mark) await ('clan' in effect.mark ? journal.settle(effect.mark) : journal.amend(effect.mark));
  return {type: 'written', now: now()};
}

async function readChains(parts: SwitchParts, now: () => Now): Promise<Event> {
  try {
    const chains = await parts.readChains();
    return {type: 'chainsRead', chains, now: now()};
  } catch (error) {
    return {type: 'chainsFailed', error: toSwitchError(error), now: now()};
  }
}

async function sendUpdate(parts: SwitchParts, record: SwitchRecord, now: () => Now): Promise<Event> {
  try {
    const answer = await parts.sendUpdate(record);
    return {type: 'answered', answer, now: now()};
  } catch (error) {
    return {type: 'notSent', error: toSwitchError(error), now: now()};
  }
}

function nowOf(
  {today, serverTime, seenMs, clan, ownName}: SwitchParts,
  dated: SwitchRecord | LeftClan | undefined,
): Now {
  const device = today();
  const server = serverTime?.() ?? {earliest: device, latest: device};
  return {today: device, server, seenMs: (dated && seenMs?.(dated)) ?? 0, clan: clan(), ownName};
}

/** A record before its first update. */
function openRecord(parts: SwitchParts, {receipts}: JournalPage, volatile: boolean): SwitchRecord {
  const newest = receipts[receipts.length - 1];
  const today = parts.today();
  return {
    id: parts.createId(),
    state: 'inflight',
    // Later than every existing receipt, whatever the clock says.
    at: notBefore(newest ? Date.parse(newest.receivedAt) + 1 : 0, today),
    tries: 0,
    clan: parts.clan(),
    volatile,
    snapshot: [],
    rewards: [],
    complete: false,
  };
}
