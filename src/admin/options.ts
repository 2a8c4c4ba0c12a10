import {toBase} from './connection/bases.js';
import {API_VERSIONS, type ApiVersion, type ApiVersions, MOVED_GROUPS} from './connection/versions.js';
import {LiveOpsError} from '../errors.js';

/** Options of the server-side client. Wrong usage throws a `LiveOpsError` with code `config` that names the option. */
export type AdminOptions = {
  /** The project at Xsolla: a whole number from 1. Needed for everything except `promotions`, `couponCampaigns` and `tokens`. */
  projectId?: number | undefined;
  /** The company at Xsolla: a whole number from 1. Needed for `promotions`, `couponCampaigns` and `tokens`, whose calls name a company. */
  merchantId?: number | undefined;
  /** The API key of Publisher Account. With `merchantId` it must be valid in all projects of the company. */
  apiKey: string;
  /** Default `https://store.xsolla.com/api`. Another path of that host, or a loopback host such as the sandbox's. */
  storeBase?: string | undefined;
  /** Default `https://api.xsolla.com/merchant/v2`. Another path of that host, or a loopback host. */
  merchantBase?: string | undefined;
  /**
   * The version of the calls that the vendor has moved to `/v3`: promotions (with coupons and promo codes) and reward
   * chains. Default `v3` for both. `v2`, for all or one of them, is for projects that still need the old paths; input
   * and answers are the same, but a promotion then has at most one period.
   */
  apiVersions?: ApiVersion | Partial<ApiVersions> | undefined;
  /** Replaces the global `fetch`. It receives the API key: use one you trust. */
  fetch?: typeof fetch | undefined;
  /** Limit for one call, headers and body together, milliseconds. Default 30,000. */
  timeoutMs?: number | undefined;
};

/** The options with every default in place. */
export type CheckedOptions = Required<Pick<AdminOptions, 'apiKey'>> & {
  readonly projectId: number | undefined;
  readonly merchantId: number | undefined;
  readonly storeBase: string;
  readonly merchantBase: string;
  readonly apiVersions: ApiVersions;
  readonly fetch: typeof fetch | undefined;
  readonly timeoutMs: number;
};

const STORE = 'https://store.xsolla.com/api';
const MERCHANT = 'https://api.xsolla.com/merchant/v2';
const TIMEOUT_MS = 30_000;
const LONGEST_TIMEOUT_MS = 600_000;

/** @throws {LiveOpsError} `config`, naming the first option that is wrong, and in a browser. */
export function checkOptions(options: AdminOptions): CheckedOptions {
  demand(isServer(), 'The server-side client must not run in a browser or an app, which would give the API key away.');
  const {projectId, merchantId, apiKey, fetch, timeoutMs = TIMEOUT_MS} = options ?? {};
  for (const [name, id] of Object.entries({projectId, merchantId}))
    demand(id === undefined || isId(id), `\`${name}\` must be a whole number from 1.`);
  demand(projectId !== undefined || merchantId !== undefined, '`projectId` or `merchantId` is missing.');
  demand(isKey(apiKey), '`apiKey` must be a string of printable ASCII characters without spaces.');
  demand(fetch === undefined || typeof fetch === 'function', '`fetch` must be a function.');
  demand(isId(timeoutMs) && timeoutMs <= LONGEST_TIMEOUT_MS, `\`timeoutMs\` must be 1 to ${LONGEST_TIMEOUT_MS}.`);
  const storeBase = toBase('storeBase', options.storeBase, STORE);
  const merchantBase = toBase('merchantBase', options.merchantBase, MERCHANT);
  const apiVersions = toApiVersions(options.apiVersions);
  return {projectId, merchantId, apiKey, fetch, timeoutMs, storeBase, merchantBase, apiVersions};
}

function toApiVersions(wanted: AdminOptions['apiVersions'] = {}): ApiVersions {
  const byGroup = typeof wanted === 'object' ? wanted : Object.fromEntries(MOVED_GROUPS.map(name => [name, wanted]));
  const versions = {promotions: 'v3', rewardChains: 'v3', ...byGroup};
  const isKnown =
    wanted !== null &&
    Object.entries(versions).every(
      ([group, version]) => MOVED_GROUPS.some(name => name === group) && API_VERSIONS.some(known => known === version),
    );
  demand(isKnown, '`apiVersions` must be v2 or v3, or one of them for `promotions` and `rewardChains`.');
  return versions as ApiVersions;
}

/**
 * A page has a document and a worker has its class, in Electron in addition to Node's globals. Other app runtimes have
 * neither.
 */
function isServer(): boolean {
  const scope = globalThis as {
    window?: {document?: unknown};
    WorkerGlobalScope?: unknown;
    process?: {versions?: {node?: unknown}};
  };
  const isBrowser = scope.window?.document !== undefined || scope.WorkerGlobalScope !== undefined;
  return !isBrowser && scope.process?.versions?.node !== undefined;
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~]+$/.test(value);
}

function demand(condition: unknown, message: string): asserts condition {
  if (!condition) throw new LiveOpsError('config', message);
}
