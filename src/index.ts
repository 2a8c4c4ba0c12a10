/*
 * The package without any UI: no side effect, no DOM needed. Deliberately not exported: the HTTP layer, the decoders and
 * the token broker, which change with the vendor; `composeSession`, which is for our own tests; the element classes,
 * which come with `components/<name>/define.js`.
 */
export {createSession} from './session.js';
export type {Session} from './session.js';
export type {HostName, SessionOptions} from './session-options.js';
export type {HostStorage} from './storage/host-rung.js';
export type {GetToken, TokenGrant, TokenReason} from './auth/token-broker.js';
export {isLiveOpsError, LiveOpsError} from './errors.js';
export type {LiveOpsErrorCode, LiveOpsErrorDetails} from './errors.js';
export {climbOf, rankBy} from './state/ranking.js';
export type {Climb, Ranking} from './state/ranking.js';
export type {ResourceStore} from './state/resource.js';
export type {ClanSwitch} from './switch/clan-switch.js';
export type {SwitchOptions} from './switch/player-switch.js';
export type {
  ChainSnapshot,
  Contributor,
  ContributorRow,
  LocalizedText,
  Receipt,
  Resource,
  Reward,
  RewardChain,
  RewardChainStep,
  Snapshot,
  SwitchOutcome,
  SwitchState,
  ValuePoint,
} from './model.js';
