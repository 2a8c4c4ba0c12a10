import type {Session} from '../../../src/session/session.js';
import {dailyAnswer, dayAnswer} from '../../support/fixtures/daily-chain.js';
import {offerAnswer, offerStepAnswer} from '../../support/fixtures/offer-chain.js';
import {json} from '../../support/fake-api.js';
import {chainPage} from '../../support/wire.js';
import {shownIn} from '../stores/store-state.js';
import {CLAIM, list} from './claiming.js';

/** What the server shows of a step: claimed, to be claimed, or out of reach. */
export type Shown = 'claimed' | 'claimable' | 'closed';

/** A family whose steps are claimed one by one, as the suite of claims meets it. */
export type ClaimFamily = {
  readonly name: string;
  /** The calls that claim a step of it, and the next one. */
  readonly claimCall: string;
  readonly nextClaimCall: string;
  /** The call that shows the step, and what it is among the requests of `claiming`. */
  readonly readCall: string;
  readonly read: string;
  /** The call that its store makes. */
  readonly listCall: string;
  /** The requests before a claim is sent. */
  readonly before: readonly string[];
  answer(shown?: Shown): Response;
  list(shown?: Shown): Response;
  claim(session: Session, which?: 'next'): Promise<void>;
  store(session: Session): Session['$rewardChains'] | Session['$dailyChains'] | Session['$offerChains'];
  /** Whether the session's store shows the step as claimed. */
  isClaimed(session: Session): boolean;
};

const STATUSES: Readonly<Record<Shown, string>> = {
  claimed: 'claimed',
  claimable: 'claimable',
  closed: 'claim_in_future',
};

const dailyChain = (shown: Shown = 'claimable'): object =>
  dailyAnswer([], {steps: [dayAnswer(3, STATUSES[shown]), dayAnswer(4, 'claimable')]});

const rewardSteps: ClaimFamily = {
  name: 'a reward step',
  claimCall: CLAIM,
  nextClaimCall: CLAIM.replace('1002', '1003'),
  readCall: 'GET v2/project/44056/user/reward_chain',
  read: 'GET reward_chain',
  listCall: 'GET v2/project/44056/user/reward_chain',
  before: [],
  answer: shown => list(shown === 'claimed', shown === 'closed' ? 499 : 900),
  list: shown => list(shown === 'claimed', shown === 'closed' ? 499 : 900),
  claim: (session, which) => session.claimStep(101, which ? 1003 : 1002),
  store: session => session.$rewardChains,
  isClaimed: session => shownIn(session.$rewardChains)[0]?.steps[0]?.claimed === true,
};

const dailyDays: ClaimFamily = {
  name: 'a day',
  claimCall: 'POST v2/project/44056/user/daily_chain/201/step/number/3/claim',
  nextClaimCall: 'POST v2/project/44056/user/daily_chain/201/step/number/4/claim',
  readCall: 'GET v2/project/44056/user/daily_chain/201',
  read: 'GET 201',
  listCall: 'GET v2/project/44056/user/daily_chain',
  before: ['GET 201'],
  answer: shown => json(dailyChain(shown)),
  list: shown => json(chainPage([dailyChain(shown)])),
  claim: (session, which) => session.claimDay(201, which ? 4 : 3),
  store: session => session.$dailyChains,
  isClaimed: session => shownIn(session.$dailyChains)[0]?.steps[0]?.status === 'claimed',
};

const offerChain = (shown: Shown = 'claimable'): object =>
  offerAnswer([], 0, {
    steps: [offerStepAnswer(1, null, {is_claimed: shown === 'claimed'}), offerStepAnswer(2)],
    next_step_number: shown === 'claimable' ? 1 : 2,
  });

const offerSteps: ClaimFamily = {
  name: 'a free step',
  claimCall: 'POST v2/project/44056/user/offer_chain/301/step/number/1/claim',
  nextClaimCall: 'POST v2/project/44056/user/offer_chain/301/step/number/2/claim',
  readCall: 'GET v2/project/44056/user/offer_chain/301',
  read: 'GET 301',
  listCall: 'GET v2/project/44056/user/offer_chain',
  before: ['GET 301'],
  answer: shown => json(offerChain(shown)),
  list: shown => json(chainPage([offerChain(shown)])),
  claim: (session, which) => session.claimOffer(301, which ? 2 : 1),
  store: session => session.$offerChains,
  isClaimed: session => shownIn(session.$offerChains)[0]?.steps[0]?.state === 'done',
};

export const CLAIM_FAMILIES: readonly ClaimFamily[] = [rewardSteps, dailyDays, offerSteps];

/** Families that are read before a claim is sent. */
export const ASKING_FIRST = CLAIM_FAMILIES.filter(({before}) => before.length);
