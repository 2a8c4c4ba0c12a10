import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {JournalPage} from '../claims/journal-page.js';
import type {SwitchRecord} from '../claims/record.js';
import type {RewardChain, Snapshot, SwitchOutcome, SwitchState} from '../model.js';
import {compareClans} from './clan-match.js';
import {pendingRewards} from './snapshot.js';

/** The state while no switch is running. `unchanged`: this page has just found the player in the old clan. */
export function toRestingState(
  {open, mark}: JournalPage,
  clan: string | null | undefined,
  unchanged: boolean,
): SwitchState {
  if (open) return toRecovering(open);
  const isOther = mark !== undefined && clan !== undefined && clan !== mark.clan;
  // The server has already answered an update for this clan, so the player is not prompted again.
  const isAsked = mark !== undefined && 'asked' in mark && mark.asked === clan && !unchanged;
  return {status: isOther && !isAsked ? 'pending' : 'settled', ...(unchanged && {unchanged: true as const})};
}

function toRecovering({snapshot}: SwitchRecord): SwitchState {
  return {status: 'recovering', expected: pendingRewards(snapshot).map(({reward}) => reward)};
}

/** Whether another page has changed something since: the clan on record, a receipt, an open switch. */
export function hasMoved(before: JournalPage, now: JournalPage): boolean {
  // This page itself records a player's first clan.
  const isOtherMark = before.mark !== undefined && before.mark.clan !== now.mark?.clan;
  return isOtherMark || before.open?.id !== now.open?.id || idsOf(before) !== idsOf(now);
}

function idsOf({receipts}: JournalPage): string {
  return receipts.map(({id}) => id).join();
}

type Boards = NonNullable<NonNullable<JournalPage['mark']>['boards']>;

/** The names on the boards, to recognise the clan on a later visit. */
export function toBoards(chains: readonly RewardChain[]): Boards {
  return chains.map(({id, topContributors, reset}) => ({
    id,
    names: topContributors.map(({name}) => name),
    ...(reset && {resetAt: reset.at}),
  }));
}

/** Whether the chains belong to another clan than the one on record, so the player has already moved. */
export function isOtherClan({mark}: JournalPage, chains: readonly RewardChain[], ownName: string | undefined): boolean {
  const boards = mark?.boards?.filter(({id, resetAt}) =>
    chains.some(one => one.id === id && one.reset?.at === resetAt),
  );
  return compareClans(toNamesOnly(boards ?? []), chains, ownName) === 'other';
}

function toNamesOnly(boards: Boards): Snapshot {
  return boards.map(({id, names}) => ({
    id,
    name: '',
    points: null,
    claimable: [],
    contributors: names.map(name => ({name, amount: null})),
    ended: false,
  }));
}

/** The journal when the player pressed, and the receipts that the page showed then. */
export type BeforeTurn = {readonly page: JournalPage; readonly shown: JournalPage['receipts']};

/**
 * What another page did while this one waited for the lock: the player wants one switch, no matter which page sends it.
 * A page writes its receipt before the clan on record, and the journal may have been read between the two: then the
 * receipt is one that this page had not shown.
 */
export function doneElsewhere({page, shown}: BeforeTurn, now: JournalPage): SwitchOutcome | undefined {
  const notIn = (known: JournalPage['receipts']) => now.receipts.find(({id}) => !known.some(one => one.id === id));
  const isMoved = page.mark !== undefined && now.mark?.clan !== page.mark.clan;
  const receipt = notIn(page.receipts) ?? (isMoved ? notIn(shown) : undefined);
  if (receipt) return receipt.complete ? 'rewarded' : 'uncertain';
  return isMoved ? 'nothing' : undefined;
}

export function toSwitchError(error: unknown): LiveOpsError {
  return isLiveOpsError(error) ? error : new LiveOpsError('aborted', 'The clan switch was interrupted.');
}
