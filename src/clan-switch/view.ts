import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {JournalPage} from '../claims/journal-page.js';
import type {SwitchRecord} from '../claims/record.js';
import type {RewardChain, Snapshot, SwitchOutcome, SwitchState} from '../model.js';
import {compareClans} from './clan-match.js';
import {pendingRewards} from './snapshot.js';

/** The state of a switch that nobody is working on. `unchanged`: this page has just found the player in the old clan. */
export function toRestingState(
  {open, mark}: JournalPage,
  clan: string | null | undefined,
  unchanged: boolean,
): SwitchState {
  if (open) return toRecovering(open);
  const isOther = mark !== undefined && clan !== undefined && clan !== mark.clan;
  // The server was asked for this clan before: what is left is an offer, and no news.
  const isAsked = mark !== undefined && 'asked' in mark && mark.asked === clan && !unchanged;
  return {status: isOther && !isAsked ? 'pending' : 'settled', ...(unchanged && {unchanged: true as const})};
}

function toRecovering({snapshot}: SwitchRecord): SwitchState {
  return {status: 'recovering', expected: pendingRewards(snapshot).map(({reward}) => reward)};
}

/** Whether another page has moved something since: a clan on record, a receipt, an open switch. */
export function hasMoved(before: JournalPage, now: JournalPage): boolean {
  // The first clan of a player is put on record by this page.
  const isOtherMark = before.mark !== undefined && before.mark.clan !== now.mark?.clan;
  return isOtherMark || before.open?.id !== now.open?.id || idsOf(before) !== idsOf(now);
}

function idsOf({receipts}: JournalPage): string {
  return receipts.map(({id}) => id).join();
}

type Boards = NonNullable<NonNullable<JournalPage['mark']>['boards']>;

/** The names on the boards, to know the clan by on a later visit. */
export function toBoards(chains: readonly RewardChain[]): Boards {
  return chains.map(({id, topContributors, reset}) => ({
    id,
    names: topContributors.map(({name}) => name),
    ...(reset && {resetAt: reset.at}),
  }));
}

/** Whether the chains are another clan's than the one on record, so that the player has moved already. */
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

/** What another page did while this one waited for its turn: the player wants one switch, no matter which page sends it. */
export function doneElsewhere(before: JournalPage, now: JournalPage): SwitchOutcome | undefined {
  const receipt = now.receipts.find(({id}) => !before.receipts.some(one => one.id === id));
  if (receipt) return receipt.complete ? 'rewarded' : 'uncertain';
  return before.mark && now.mark?.clan !== before.mark.clan ? 'nothing' : undefined;
}

export function toSwitchError(error: unknown): LiveOpsError {
  return isLiveOpsError(error) ? error : new LiveOpsError('aborted', 'The clan switch was interrupted.');
}
