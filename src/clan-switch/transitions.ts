/* What the reducer does in each transition: the next state, and the one effect that it waits for. */
import {LiveOpsError} from '../errors.js';
import type {SwitchRecord} from '../claims/record.js';
import {type Assessment, hasUpdateLeft, waitEnd, wasSentBlindly} from './assess.js';
import type {SwitchEnd, UpdateResult} from './outcome.js';
import {toReceipt} from './receipt.js';
import {notCoveredBy, pendingRewards} from './snapshot.js';
import type {Effect, MarkChange, Moved, Now, State, Step, Task} from './states.js';
import {type RawAnswer, toWaitMs} from './update.js';

export function enter(state: State, ...effects: readonly Effect[]): Step {
  return {state, effects};
}

export function finish(end: SwitchEnd): Step {
  return enter({name: 'ended', end});
}

export function fail(error: LiveOpsError): Step {
  return enter({name: 'failed', error});
}

/** For a record whose end is unknown: assesses its answer, or checks the chains before anything is sent. */
export function resume(now: Now, task: Task, record: SwitchRecord, result: UpdateResult): Step {
  if (result.kind !== 'unknown') return assessAnswer(now, task, record, result);
  return record.tries ? check(task, record, result) : keep(now, task, record);
}

export function keep({today, server}: Now, {pressed, sent}: Task, before: SwitchRecord): Step {
  const task = {pressed, sent: sent + 1};
  const {checks: _, waitUntil: __, answer: ___, ...rest} = before;
  const record = {...rest, tries: before.tries + 1, sentAt: today, sentBy: server.latest};
  return enter({name: 'keeping', task, record, before}, {type: 'keep', record});
}

export function withdraw(before: SwitchRecord, error: LiveOpsError): Step {
  return enter({name: 'withdrawing', error}, {type: before.tries ? 'write' : 'close', record: before});
}

export function recordAnswer(now: Now, task: Task, record: SwitchRecord, answer: RawAnswer | undefined): Step {
  if (!answer) return assessAnswer(now, task, record, {kind: 'unknown'});
  const waitMs = toWaitMs(answer, now.today);
  const answered = {...record, answer, ...(waitMs && {waitUntil: now.today + waitMs})};
  return enter({name: 'recording', task, record: answered}, {type: 'record', record: answered});
}

/** Whether the answer settles everything. */
export function assessAnswer(now: Now, task: Task, record: SwitchRecord, result: UpdateResult): Step {
  if (result.kind === 'unknown') {
    return hasUpdateLeft(task) ? check(task, record, result) : finish(toOpen(record, waitEnd(record, now)));
  }
  if (result.kind === 'granted') {
    // An ended chain may no longer owe anything: it causes no doubt if the server lists what it granted.
    const owed = pendingRewards(record.snapshot).filter(({chain}) => !result.rewards.length || !chain.ended);
    // A browser may have sent the update twice on its own, and this may be the answer to the copy.
    const isBlind = record.suspect && !result.rewards.length;
    const isCovered = !isBlind && !wasSentBlindly(record, result) && !notCoveredBy(result.rewards, owed).length;
    if (isCovered) return receive(record, now, {rewards: result.rewards, complete: result.whole, moved: true});
  }
  // 429 may be the answer to a copy that the browser sent on its own.
  const isPlain = result.kind === 'refused' && record.tries === 1 && result.error.code !== 'rate-limited';
  return isPlain ? close(record, result) : check(task, record, result);
}

/** Acts on the result of the check. */
export function act(now: Now, {task, record, result}: Checked, found: Assessment): Step {
  if (found.kind === 'resend') return keep(now, task, found.record);
  if (found.kind === 'wait') return wait(found.record, found.dueAt, result);
  if (found.kind === 'received') return receive(record, now, found);
  return close(record, result.kind === 'refused' ? result : {kind: 'unchanged'}, {mark: toAsked(record, result)});
}

type Checked = Pick<Extract<State, {name: 'checking'}>, 'task' | 'record' | 'result'>;

function check(task: Task, record: SwitchRecord, result: UpdateResult): Step {
  return enter({name: 'checking', task, record, result}, {type: 'readChains'});
}

/** A refusal is shown at once, though its record stays open: an earlier update, or a copy, may have been carried out. */
function wait(record: SwitchRecord, dueAt: number | undefined, result: UpdateResult): Step {
  const isRefused = result.kind === 'refused' && dueAt !== undefined;
  const end: SwitchEnd = isRefused ? {...result, dueAt} : toOpen(record, dueAt);
  return enter({name: 'waiting', end}, {type: 'write', record});
}

/** `dueAt` 0 or `undefined`: any time. */
export function toOpen(record: SwitchRecord, dueAt: number | undefined): SwitchEnd {
  return {kind: 'open', record, ...(dueAt && {dueAt})};
}

function close(record: SwitchRecord, end: SwitchEnd, moved: Moved = {}): Step {
  return enter({name: 'closing', end}, {type: 'close', record, ...moved});
}

type Received = Parameters<typeof toReceipt>[2] & {moved: boolean};

function receive(record: SwitchRecord, now: Now, received: Received): Step {
  const {clan} = record;
  const mark = received.moved && clan !== undefined ? {clan} : undefined;
  // A repeated snapshot may show the new clan: then any list may be of the clan that was left.
  const moved = received.moved ? {mark, left: record.tries > 1 ? [] : record.snapshot} : {};
  if (received.complete && !received.rewards.length) return close(record, {kind: 'nothing'}, moved);
  const receipt = toReceipt(record, now.today, received);
  return enter({name: 'closing', end: {kind: 'received', record: receipt}}, {type: 'write', record: receipt, ...moved});
}

/** The server has answered for this clan, so later visits need not prompt for the switch again. */
function toAsked({clan}: SwitchRecord, result: UpdateResult): MarkChange | undefined {
  const isAnswered = result.kind === 'granted' || result.kind === 'unlisted';
  return isAnswered && clan !== undefined ? {asked: clan} : undefined;
}

export function unkept(message: string): LiveOpsError {
  return new LiveOpsError('storage-unavailable', message);
}
