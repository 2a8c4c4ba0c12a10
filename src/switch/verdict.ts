import type {Reward, RewardChain} from '../model.js';
import type {People} from './people.js';
import {hasEnded, missingFrom, type Owed} from './snapshot.js';

/** What a look at the chains after a switch says of one reward that was owed before it. */
export type Verdict = 'granted' | 'unchanged' | 'unlikely' | 'uncertain';

/** What is the same for every reward of one look. */
export type Look = {
  readonly chains: readonly RewardChain[];
  readonly people: People;
  /** Whether the game still names the clan that it named when the snapshot was taken. */
  readonly sameWord: boolean;
  readonly today: number;
};

/**
 * After a switch the chains are the new clan's, so "still claimable" and "claimable no more" each have several causes.
 * The first line that applies decides:
 *
 * | seen | verdict | because |
 * |---|---|---|
 * | chain or step gone | uncertain | nothing to compare |
 * | not claimed, points kept, the same clan's board, the same word from the game | unchanged | no switch took place |
 * | chain reset or ended | uncertain | points and claims may have gone by themselves; a claim may be an old one of another clan |
 * | step claimed | granted | |
 * | points below the price, another clan's board | granted | the clan changed, which is what grants |
 * | as in the second line, but the board has grown | unlikely | no switch took place, or friends are in the new clan, too |
 * | anything else | uncertain | a richer clan, a board that cannot be compared, a reset by hand |
 */
export function judge({stepId, price, chain: before}: Owed, {chains, people, sameWord, today}: Look): Verdict {
  const after = chains.find(({id}) => id === before.id);
  const points = after?.valuePoint.amount;
  const claimed = after?.steps.find(({id}) => id === stepId)?.claimed;
  const isSamePeriod = after && after.reset?.at === before.resetAt && !hasEnded(after, today);
  const isReadable = typeof points === 'number';
  const seemsSame = !claimed && sameWord && isReadable && points >= (before.points ?? 0);
  const isOtherClan = people === 'other' || !before.contributors.length;
  const lines: readonly (readonly [Verdict, boolean | undefined])[] = [
    ['uncertain', claimed === undefined],
    ['unchanged', seemsSame && people === 'same'],
    ['uncertain', !isSamePeriod],
    ['granted', claimed],
    ['granted', isReadable && points < price && isOtherClan],
    ['unlikely', seemsSame && people === 'grown'],
  ];
  return lines.find(([, applies]) => applies)?.[0] ?? 'uncertain';
}

/** A reward that was owed, and what a look says of it. */
export type Judged = Owed & {readonly verdict: Verdict};

/**
 * What the list leaves out of what was owed. Of equal rewards it lists those that were granted for certain, so that a
 * doubtful one is what is missing.
 */
export function judgeMissing(listed: readonly Reward[], owed: readonly Owed[], look: Look): readonly Judged[] {
  const judged = owed.map(one => ({...one, verdict: judge(one, look)}));
  const isGranted = ({verdict}: Judged): boolean => verdict === 'granted';
  return missingFrom(listed, [...judged.filter(isGranted), ...judged.filter(one => !isGranted(one))]);
}
