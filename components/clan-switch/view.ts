import type {LiveOpsError} from '../../src/errors.js';
import type {Receipt, Reward, Snapshot, SwitchState} from '../../src/model.js';
import type {Failure} from '../shared/failure.js';

/** All that decides what the clan switch shows. */
export type SwitchFacts = {
  /** Why there is no session. */
  error: LiveOpsError | undefined;
  /** `undefined` without a session. */
  state: SwitchState | undefined;
  signedOut: boolean | undefined;
  /** The oldest receipt that nobody has acknowledged. */
  receipt: Receipt | undefined;
  /** What the player is looking at before the switch. */
  preview: Snapshot | 'loading' | LiveOpsError | undefined;
};

/** What the clan switch shows, one kind at a time. */
export type SwitchView =
  | {kind: 'waiting'}
  | {kind: 'offer'; pending: boolean; unchanged: boolean}
  | {kind: 'preview'; snapshot: Snapshot | undefined}
  | {kind: 'switching'; slow: boolean}
  | {kind: 'receipt'; receipt: Receipt}
  /** It is not known yet what was granted; `expected` may have been. */
  | {kind: 'recovering'; expected: readonly Reward[]}
  /** Nothing was sent, since no receipt could be kept. */
  | {kind: 'unkept'}
  /** `tried`: a switch was asked for and did not happen. */
  | {kind: 'failed'; failure: Failure; tried: boolean};

/** The state of the element from the states below it; the first line that applies decides. */
export function toSwitchView({error, state, signedOut, receipt, preview}: SwitchFacts): SwitchView {
  if (error) return {kind: 'failed', failure: error, tried: false};
  if (!state) return {kind: 'waiting'};
  if (state.status === 'switching') return {kind: 'switching', slow: state.slow};
  if (receipt) return {kind: 'receipt', receipt};
  if (preview === 'loading') return {kind: 'preview', snapshot: undefined};
  if (preview instanceof Error) return {kind: 'failed', failure: preview, tried: false};
  if (preview) return {kind: 'preview', snapshot: preview};
  if (signedOut) return {kind: 'failed', failure: {code: 'auth-required'}, tried: false};
  if (state.status === 'recovering') return {kind: 'recovering', expected: state.expected};
  if (state.status !== 'failed') {
    return {kind: 'offer', pending: state.status === 'pending', unchanged: Boolean(state.unchanged)};
  }
  if (state.error.code === 'storage-unavailable') return {kind: 'unkept'};
  return {kind: 'failed', failure: state.error, tried: true};
}

/** How long a button that cannot be undone stays dead after it appeared, seconds. */
const MEANT_AFTER_SEC = 0.5;
/** How long nothing is sent where "too many requests" comes without a time, seconds. */
const REST_SEC = 10;

/** What has to stand for a while before its button comes alive, and for how long, seconds. */
export function toDelay(view: SwitchView): readonly [shown?: object | undefined, seconds?: number] {
  if (view.kind === 'receipt') return [view.receipt, MEANT_AFTER_SEC];
  if (view.kind === 'preview') return [view.snapshot, MEANT_AFTER_SEC];
  return isBusy(view) ? [view.failure, view.failure.retryAfterSec ?? REST_SEC] : [];
}

/** Whether the server has had too many requests, so that trying again has to wait. */
export function isBusy(view: SwitchView): view is SwitchView & {kind: 'failed'} {
  return view.kind === 'failed' && view.failure.code === 'rate-limited';
}
