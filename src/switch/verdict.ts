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

type Facts = {
  /** `undefined` when the step, or its chain, is gone. */
  claimed: boolean | undefined;
  /** Not reset since, nor ended. */
  samePeriod: boolean;
  outOfReach: boolean;
  /** Not claimed, no points lost, and the game still names the same clan. */
  seemsSame: boolean;
  /** The list carried no board to compare. */
  noBoard: boolean;
  people: People;
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
const VERDICTS: readonly (readonly [Verdict, (facts: Facts) => boolean])[] = [
  ['uncertain', ({claimed}) => claimed === undefined],
  ['unchanged', ({seemsSame, people}) => seemsSame && people === 'same'],
  ['uncertain', ({samePeriod}) => !samePeriod],
  ['granted', ({claimed}) => claimed === true],
  ['granted', ({outOfReach, people, noBoard}) => outOfReach && (people === 'other' || noBoard)],
  ['unlikely', ({seemsSame, people}) => seemsSame && people === 'grown'],
];

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

export function judge(owed: Owed, look: Look): Verdict {
  const facts = toFacts(owed, look);
  return VERDICTS.find(([, applies]) => applies(facts))?.[0] ?? 'uncertain';
}

function toFacts({stepId, price, chain: before}: Owed, {chains, people, sameWord, today}: Look): Facts {
  const after = chains.find(({id}) => id === before.id);
  const points = after?.valuePoint.amount;
  const claimed = after?.steps.find(({id}) => id === stepId)?.claimed;
  return {
    claimed,
    samePeriod: after !== undefined && after.reset?.at === before.resetAt && !hasEnded(after, today),
    outOfReach: typeof points === 'number' && points < price,
    seemsSame: !claimed && sameWord && typeof points === 'number' && points >= (before.points ?? 0),
    noBoard: !before.contributors.length,
    people,
  };
}
