import type {SendCall} from './connection.js';

/** A version of the vendor's server-side calls. */
export type ApiVersion = 'v2' | 'v3';

export const API_VERSIONS: readonly ApiVersion[] = ['v2', 'v3'];

/** The groups whose calls have moved from `/v2` to `/v3`. */
export const MOVED_GROUPS = ['promotions', 'rewardChains'] as const;

/** The version of each group that has moved. */
export type ApiVersions = {readonly [Group in (typeof MOVED_GROUPS)[number]]: ApiVersion};

/** The calls of one kind of promotion. All take paths below the project's `admin`. */
export type PromotionCalls = {
  /** Create, get, update and delete, which have moved to a newer version. */
  readonly moved: SendCall;
  /** The calls that stayed in `/v2`. */
  readonly stayed: SendCall;
  /** The version of `moved`, which decides how dates are written. */
  readonly version: ApiVersion;
};
