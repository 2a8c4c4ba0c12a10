import type {Reward, RewardChain} from '../model.js';
import type {ClanMatch} from './clan-match.js';
import {hasEnded, notCoveredBy, type PendingReward, toStepKey} from './snapshot.js';

/** What a check of the chains after a switch shows about one reward that was owed before. */
export type Verdict = 'granted' | 'unchanged' | 'unlikely' | 'uncertain';

/** The facts that all rewards of one check share. */
export type Evidence = {
  readonly chains: readonly RewardChain[];
  readonly match: ClanMatch;
  /** Whether the game still names the clan that it named when the snapshot was taken. */
  readonly sameWord: boolean;
  readonly today: number;
  /** The snapshot was taken so soon after another switch that its chains may be those of the previous clan. */
  readonly suspect?: boolean | undefined;
  /** Steps that only a later snapshot shows (`toStepKey`): it may have been the next clan's already. */
  readonly unsure?: readonly string[] | undefined;
};

/**
 * After a switch, the chains are the new clan's, so "still claimable" and "no longer claimable" each have several
 * causes. The first line that applies decides:
 *
 * | seen | verdict | because |
 * |---|---|---|
 * | chain or step gone | uncertain | nothing to compare |
 * | not claimed, points kept, the same clan's board, the same clan from the game | unchanged | no switch took place |
 * | chain reset or ended | uncertain | points and claims may have gone by themselves; a claim may be an old one of another clan |
 * | the snapshot was taken right after another switch | uncertain | it may be of the previous clan, and its rewards granted then |
 * | only the snapshot of a later update shows the step | uncertain | it may be the next clan's, and not granted at all |
 * | step claimed | granted | |
 * | points below the price, another clan's board | granted | the clan changed, which is what grants |
 * | as in the second line, but the board has grown | unlikely | no switch took place, or friends are in the new clan, too |
 * | anything else | uncertain | a richer clan, a board that cannot be compared, a reset by hand |
 */
export function judge(owed: PendingReward, {chains, match, sameWord, today, suspect, unsure}: Evidence): Verdict {
  const {stepId, price, chain: before} = owed;
  const after = chains.find(({id}) => id === before.id);
  const points = after?.valuePoint.amount;
  const claimed = after?.steps.find(({id}) => id === stepId)?.claimed;
  const isSamePeriod = after && after.reset?.at === before.resetAt && !hasEnded(after, today);
  const isReadable = typeof points === 'number';
  const seemsSame = !claimed && sameWord && isReadable && points >= (before.points ?? 0);
  const isOtherClan = match === 'other' || !before.contributors.length;
  const lines: readonly (readonly [Verdict, boolean | undefined])[] = [
    ['uncertain', claimed === undefined],
    ['unchanged', seemsSame && match === 'same'],
    ['uncertain', !isSamePeriod || suspect || unsure?.includes(toStepKey(owed))],
    ['granted', claimed],
    ['granted', isReadable && points < price && isOtherClan],
    ['unlikely', seemsSame && match === 'grown'],
  ];
  return lines.find(([, applies]) => applies)?.[0] ?? 'uncertain';
}

/** A reward that was owed, and what the check shows about it. */
export type Judged = PendingReward & {readonly verdict: Verdict};

/**
 * The owed rewards that the list leaves out. Among equal rewards, the certainly granted ones count as listed, so the
 * missing one is the doubtful one.
 */
export function judgeMissing(
  listed: readonly Reward[],
  owed: readonly PendingReward[],
  evidence: Evidence,
): readonly Judged[] {
  const judged = owed.map(one => ({...one, verdict: judge(one, evidence)}));
  const isGranted = ({verdict}: Judged): boolean => verdict === 'granted';
  return notCoveredBy(listed, [...judged.filter(isGranted), ...judged.filter(one => !isGranted(one))]);
}
