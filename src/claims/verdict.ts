/** What the server shows of a step: claimed, still to be claimed by this player, or neither for certain. */
export type StepEvidence = 'claimed' | 'claimable' | 'unclear';

/** How one request for a claim ended. */
export type ClaimEnd =
  /** The server says that the step is claimed, by this request or an earlier one. */
  | 'claimed'
  /** The server says that this request did nothing. */
  | 'refused'
  /** As `refused`, with a reason that may be "claimed already", by an earlier claim or a copy that the browser sent. */
  | 'doubted'
  /** No answer says what happened. */
  | 'lost'
  /** As `lost`, and the server, or a gateway in front of it, asks for no other request now. */
  | 'put-off';

export type Verdict = 'claimed' | 'send-again' | 'failed';

/** Whether the end of a request, the first or the second, settles the claim. */
export function isCertain(end: ClaimEnd, isFirst: boolean): boolean {
  // A refused second request proves nothing about the first.
  return end === 'claimed' || (end === 'refused' && isFirst);
}

/**
 * What a check of the chain decides about a claim. The first line that applies decides:
 *
 * | seen | verdict | because |
 * |---|---|---|
 * | claimed | claimed | by this claim or another of the player's |
 * | still claimable, and the only request was lost | send again | twice is safe: a step is granted once, and "already claimed" is a success |
 * | anything else | failed | the end is not known, the only request was refused, or the server asked for a wait |
 *
 * A list that is out of date shows a claimed step as claimable, which costs one more request.
 */
export function verdictOf(end: ClaimEnd, evidence: StepEvidence, isFirst: boolean): Verdict {
  if (evidence === 'claimed') return 'claimed';
  return end === 'lost' && evidence === 'claimable' && isFirst ? 'send-again' : 'failed';
}
