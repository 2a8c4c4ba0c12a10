import {LiveOpsError} from '../errors.js';
import {type ClaimSession, createClaims} from './claim.js';
import type {StepEvidence} from './verdict.js';

type StepPlace = {readonly chainId: number; readonly stepNumber: number};

/** How a family reads and claims numbered steps. */
export type NumberedSteps<Step extends {readonly number: number}> = {
  /** What a step is called in an error, such as `day`. */
  noun: string;
  /** The steps of a chain, from the server. @throws {LiveOpsError} when they could not be read. */
  read(chainId: number, signal: AbortSignal): Promise<readonly Step[]>;
  evidence(step: Step | undefined): StepEvidence;
  /** Sends a claim, as `Claim`'s `send`. */
  send(place: StepPlace, token: string, signal: AbortSignal): Promise<void>;
};

/** The claims of one family's numbered steps, each read before it is sent; `notify` as for `createClaims`. */
export function createNumberedClaims<Step extends {readonly number: number}>(
  session: ClaimSession,
  notify: (player: string) => void,
  steps: NumberedSteps<Step>,
): (chainId: number, stepNumber: number) => Promise<void> {
  const claim = createClaims(session, notify);
  return (chainId, stepNumber) => {
    const read = async (signal: AbortSignal): Promise<Step | undefined> =>
      (await steps.read(chainId, signal)).find(({number}) => number === stepNumber);
    return claim({
      key: `${chainId}/${stepNumber}`,
      before: async signal => toClaim(await read(signal), steps),
      send: (token, signal) => steps.send({chainId, stepNumber}, token, signal),
      check: async signal => steps.evidence(await read(signal)),
    });
  };
}

/** @throws {LiveOpsError} if the server shows the step neither as claimed nor as claimable. */
function toClaim<Step extends {readonly number: number}>(
  step: Step | undefined,
  {noun, evidence}: NumberedSteps<Step>,
): 'claimed' | 'claimable' {
  if (!step) throw new LiveOpsError('not-found', `The chain has no ${noun} of this number.`);
  const seen = evidence(step);
  if (seen === 'unclear') throw new LiveOpsError('not-available', `The ${noun} cannot be claimed now.`);
  return seen;
}
