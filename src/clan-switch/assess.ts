/* What a check of the chains proves about an update, and whether it is late enough to be trusted. */
import type {LeftClan, SwitchRecord} from '../claims/record.js';
import type {Reward, RewardChain, Snapshot} from '../model.js';
import {ageOf} from './age.js';
import {type ClanMatch, compareClans} from './clan-match.js';
import type {UpdateResult} from './outcome.js';
import {toRewards, withOthers} from './receipt.js';
import {pendingRewards, takeSnapshot, toStepKey} from './snapshot.js';
import type {Now, Task} from './states.js';
import {LONGEST_WAIT_MS} from './update.js';
import {type Judged, judgeMissing} from './verdict.js';

/** How long after an update the server's lists, replicas and caches may still show the old state. */
export const LATE_MS = 60_000;
/** Between a late check and the one that confirms it. */
const AGAIN_MS = 5_000;
/** Most updates per step: after the player's press, and when it continues by itself. */
export const MOST_SENT = {byPress: 2, byItself: 1};
/** Unanswered updates that a record sends without a press; after that, one an hour. */
const MOST_TRIES = 5;
const HOUR_MS = 3_600_000;

/**
 * What to do next:
 *
 * - `resend`: nothing seems to have been done, so the update is sent again, with a new snapshot;
 * - `wait`: what is shown may be out of date, so the record stays open;
 * - `received`: this was granted, or may have been;
 * - `unchanged`: nothing was granted.
 */
export type Assessment =
  | {kind: 'resend'; record: SwitchRecord}
  | {kind: 'wait'; record: SwitchRecord; dueAt: number | undefined}
  | {kind: 'received'; rewards: readonly Reward[]; complete: boolean; moved: boolean}
  | {kind: 'unchanged'};

export type Check = {
  readonly record: SwitchRecord;
  readonly result: UpdateResult;
  readonly chains: readonly RewardChain[];
  readonly now: Now;
  readonly task: Task;
};

export function assessCheck(check: Check): Assessment {
  const {record, result, chains, now} = check;
  const listed = result.kind === 'granted' ? result : {rewards: [], whole: true};
  const owed = pendingRewards(record.snapshot).filter(({chain}) => !listed.rewards.length || !chain.ended);
  const match = compareClans(record.snapshot, chains, now.ownName);
  const around = {chains, match, sameWord: now.clan === record.clan, today: serverDay(now)};
  const found = judgeMissing(listed.rewards, owed, {...around, suspect: record.suspect, unsure: record.unsure});
  // A snapshot of the previous clan says nothing about what this one owed.
  const isBlind =
    wasSentBlindly(record, result) || (record.suspect === true && !listed.rewards.length && match !== 'same');
  const looksUnchanged = match !== 'other' && found.every(isSame);
  const seemsUndone = match !== 'other' && found.every(isStillThere);

  if (seemsUndone && !listed.rewards.length && mayResend(check)) {
    return {kind: 'resend', record: noteAgain(record, takeSnapshot(chains, now.server.earliest), now)};
  }
  if (looksUnchanged && !isProven(check)) return waitOn(check, (record.checks ?? 0) + 1);
  if (looksUnchanged && !isBlind && !listed.rewards.length) return {kind: 'unchanged'};
  if (!isLate(record, now) && (record.recent || mayBeOld(match, found, chains)))
    return waitOn(check, record.checks ?? 0);
  const granted = withOthers(listed, toRewards(found));
  return {
    kind: 'received',
    ...granted,
    complete: granted.complete && !isBlind,
    moved: match !== 'same' && !found.some(isSame),
  };
}

/** Whether an update whose answer lists nothing may have granted rewards that no snapshot shows. */
export function wasSentBlindly({tries, blindFrom = Infinity}: SwitchRecord, result: UpdateResult): boolean {
  return blindFrom <= (result.kind === 'granted' ? tries - 1 : tries);
}

/** Whether chains that are read this soon after a switch may still be those of the old clan. */
export function mayBeLeftClan({snapshot}: LeftClan, chains: readonly RewardChain[], now: Now): boolean {
  if (!chains.length) return false;
  const match = compareClans(snapshot, chains, now.ownName);
  if (match !== 'unclear' && match !== 'other') return true;
  // Another clan's board with the old points: the list may be older than its boards.
  return snapshot.every(({id, points}) => chains.some(one => one.id === id && one.valuePoint.amount === points));
}

/** The device's time, limited to the range of the server's time. */
function serverDay({today, server}: Now): number {
  return Math.min(Math.max(today, server.earliest), server.latest);
}

function isSame({verdict}: Judged): boolean {
  return verdict === 'unchanged';
}

function isStillThere({verdict}: Judged): boolean {
  return verdict === 'unchanged' || verdict === 'unlikely';
}

/**
 * Without an answer, the next update decides; after an answer, only the player's press sends another. Never before the
 * time that the server requested.
 */
function mayResend({record, result, now, task}: Check): boolean {
  if (!hasUpdateLeft(task) || waitEnd(record, now) > now.today) return false;
  if (result.kind !== 'unknown') return task.pressed && !task.sent;
  // In either direction: if the clock was ahead when the update was sent and has been corrected, the hour must still
  // end.
  return task.pressed || record.tries < MOST_TRIES || Math.abs(now.today - (record.sentAt ?? 0)) >= HOUR_MS;
}

export function hasUpdateLeft({pressed, sent}: Task): boolean {
  return sent < (pressed ? MOST_SENT.byPress : MOST_SENT.byItself);
}

/** An answered update and two equal checks, the second one late. */
function isProven({record, result, now}: Check): boolean {
  return result.kind !== 'unknown' && (record.checks ?? 0) >= 1 && isLate(record, now);
}

function isLate(record: SwitchRecord, now: Now): boolean {
  return ageOf(record, now) >= LATE_MS && now.today >= waitEnd(record, now);
}

/**
 * When the wait that the server requested ends; 0 for none. A wait longer than `LONGEST_WAIT_MS` means that the clock
 * was set back.
 */
export function waitEnd({waitUntil = 0}: SwitchRecord, {today}: Now): number {
  return waitUntil - today > LONGEST_WAIT_MS ? 0 : waitUntil;
}

/** Whether a newer list may differ, since not all boards are another clan's. */
function mayBeOld(match: ClanMatch, found: readonly Judged[], chains: readonly RewardChain[]): boolean {
  // The old points with another clan's board: the list may be older than the board.
  if (match === 'other') return found.some(one => one.verdict !== 'granted' && hasOldPoints(one, chains));
  // Without a board, an older list of the same clan looks like one of the next clan.
  if (found.some(({verdict, chain}) => verdict === 'granted' && !chain.contributors.length)) return true;
  const isDoubtful = found.some(({verdict}) => verdict !== 'granted');
  const hasBoards = found.some(({chain}) => chain.contributors.length > 0);
  const showsBoards = chains.some(({topContributors}) => topContributors.length > 0);
  return isDoubtful && hasBoards && showsBoards;
}

function hasOldPoints({chain}: Judged, chains: readonly RewardChain[]): boolean {
  return chain.points !== null && chains.find(({id}) => id === chain.id)?.valuePoint.amount === chain.points;
}

/** Waits until a check counts as late; if it already is, an answered update needs another check to confirm it. */
function waitOn({record, result, now}: Check, checks: number): Assessment {
  const dueAt = Math.max(now.today + LATE_MS - ageOf(record, now), waitEnd(record, now));
  const againAt = result.kind === 'unknown' ? undefined : now.today + AGAIN_MS;
  return {kind: 'wait', record: {...record, checks}, dueAt: dueAt > now.today ? dueAt : againAt};
}

/**
 * What is owed now, with the boards of the first snapshot: after the next update, they show whether the first one was
 * carried out. If it was, rewards that only this list has may be the next clan's, whatever the boards show: they may be
 * older than the list.
 */
function noteAgain(record: SwitchRecord, seen: Snapshot, now: Now): SwitchRecord {
  const {snapshot: first, unsure = [], tries} = record;
  const known = stepsOf(first);
  const added = stepsOf(seen).filter(step => !known.includes(step));
  const boardOf = (id: number) => first.find(chain => chain.id === id)?.contributors ?? [];
  const snapshot = known.length ? seen.map(chain => ({...chain, contributors: boardOf(chain.id)})) : seen;
  const isSameWord = now.clan !== undefined && now.clan === record.clan;
  const {blindFrom = isSameWord || isLate(record, now) ? undefined : tries + 1} = record;
  const steps = [...unsure, ...new Set(added)];
  return {...record, snapshot, ...(steps.length && {unsure: steps}), ...(blindFrom && {blindFrom})};
}

function stepsOf(snapshot: Snapshot): readonly string[] {
  return pendingRewards(snapshot).map(toStepKey);
}
