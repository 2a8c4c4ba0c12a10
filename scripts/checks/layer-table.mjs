/** Every file may import these, and files of its own folder. */
export const COMMON = ['src/errors', 'src/model', 'src/offers', 'src/parse-date', 'src/set-store', 'src/with-timeout'];

/** Folders that a session knows by the registry only. */
const FAMILIES = [
  'src/boards',
  'src/reward-chains',
  'src/clan-switch',
  'src/daily-chains',
  'src/orders',
  'src/offer-chains',
  'src/catalog',
  'src/codes',
];

/** The files in which an element loads its families. */
const REGISTRY = 'src/session/families';

/** The time at which a list was read, for countdowns. */
const LIST_TIME = 'src/stores/list-time';

/** The parts of a session that a family may use. */
const CONTEXT = ['src/session/context'];

/**
 * Who may import whom. `types` are for `import type` only. Names are folders or files without their extension, and
 * packages as `npm:name`.
 *
 * @type {Record<string, {values?: string[], types?: string[]}>}
 */
export const LAYERS = {
  'src/errors': {},
  'src/model': {},
  'src/offers': {},
  'src/with-timeout': {},
  'src/parse-date': {},
  'src/set-store': {types: ['npm:nanostores']},
  'src/http': {values: ['npm:ky']},
  'src/auth': {values: ['src/http/body', 'src/http/uncacheable']},
  'src/text': {},
  'src/languages': {},
  'src/storage': {},
  'src/stores': {values: ['npm:nanostores']},
  'src/claims': {values: ['src/storage', 'npm:nanostores'], types: ['src/auth', 'src/stores']},
  'src/boards': {
    values: [
      'src/http',
      'src/stores',
      'src/text',
      'src/storage/checksum',
      'src/storage/local-storage',
      'npm:nanostores',
    ],
    types: ['src/reward-chains', ...CONTEXT],
  },
  // The chain list contains the top contributors, as rows of the boards.
  'src/reward-chains': {
    values: ['src/http', 'src/stores', 'src/claims', 'src/boards/wire', 'src/boards/shown-names', 'npm:nanostores'],
    types: CONTEXT,
  },
  'src/clan-switch': {
    values: ['src/http', 'src/stores', 'src/claims', 'src/storage', 'src/reward-chains', 'npm:nanostores'],
    types: CONTEXT,
  },
  'src/daily-chains': {values: ['src/http', 'src/stores', 'src/claims', 'npm:nanostores'], types: CONTEXT},
  'src/offer-chains': {
    values: ['src/http', 'src/stores', 'src/claims', 'npm:nanostores'],
    types: CONTEXT,
  },
  'src/orders': {
    values: ['src/http', 'src/claims', 'src/storage', 'npm:nanostores'],
    types: ['src/stores', ...CONTEXT],
  },
  // Names of items are by language; what refuses an order is the same for orders that are done at once.
  'src/catalog': {
    values: [
      'src/http',
      'src/stores',
      'src/claims',
      'src/storage',
      'src/text',
      'src/orders/refusals',
      'npm:nanostores',
    ],
    types: CONTEXT,
  },
  // Names of a coupon's items are by language.
  'src/codes': {
    values: ['src/http', 'src/claims', 'src/storage', 'src/text', 'npm:nanostores'],
    types: CONTEXT,
  },
  'src/host': {values: ['src/text/languages', 'npm:penpal']},
  'src/session': {
    values: [
      'src/http',
      'src/auth',
      'src/stores',
      'src/host',
      'src/text/languages',
      // Not the journal: a page that only shows a board must not load it.
      'src/claims/claim-lock',
      'src/storage/not-there-yet',
      'npm:nanostores',
    ],
    types: ['src/storage', ...FAMILIES],
  },
  'src/families': {values: FAMILIES, types: CONTEXT},
  'src/ui': {values: ['npm:lit', 'src/stores', 'src/text'], types: ['src/session', 'npm:nanostores']},
  'src/admin': {values: ['npm:valibot', 'src/http/client', 'src/http/plain-fetch', 'src/http/retry-after']},
  'src/index': {values: ['src']},
  'src/game': {types: ['src/host', 'src/session']},
  'src/bundle': {values: ['src', 'components']},
  // Runs before everything else in classic scripts, and depends on nothing.
  'src/polyfills': {},
  // Data for pages under construction: it enters through `fetch`, and no file that players load may import it.
  'src/scenarios': {},
  // Loads first on a page and must stay small.
  'src/loader': {},
  'src/development': {values: ['src', 'components']},
  'components/shared': {values: ['npm:lit', 'src/ui', 'src/text'], types: [LIST_TIME]},
  'components/session': {
    values: ['npm:lit', 'src/ui', 'src/text', 'src/session', 'components/shared'],
    types: ['src/auth'],
  },
  'components/clan-contributors': {
    values: ['npm:lit', 'src/ui', 'src/text', 'src/boards', 'src/reward-chains', REGISTRY, 'components/shared'],
    types: ['src/session'],
  },
  'components/reward-chain': {
    values: ['npm:lit', 'src/ui', 'src/text', 'src/reward-chains', LIST_TIME, REGISTRY, 'components/shared'],
    types: ['src/session'],
  },
  'components/daily-rewards': {
    values: ['npm:lit', 'src/ui', 'src/text', 'src/daily-chains', LIST_TIME, REGISTRY, 'components/shared'],
    types: ['src/stores', 'src/session'],
  },
  'components/offer-chain': {
    values: [
      'npm:lit',
      'src/ui',
      'src/text',
      'src/offer-chains',
      'src/orders/family',
      LIST_TIME,
      REGISTRY,
      'components/shared',
    ],
    types: ['src/session'],
  },
  'components/offers': {
    values: [
      'npm:lit',
      'src/ui',
      'src/text',
      'src/catalog',
      'src/orders/family',
      LIST_TIME,
      REGISTRY,
      'components/shared',
    ],
    types: ['src/session'],
  },
  'components/redeem-code': {
    values: ['npm:lit', 'src/ui', 'src/text', 'src/errors', 'src/codes', REGISTRY, 'components/shared'],
    types: ['src/session'],
  },
  'components/clan-switch': {
    values: ['npm:lit', 'src/ui', 'src/text', 'src/clan-switch', REGISTRY, 'components/shared'],
    types: ['src/session'],
  },
};

/** Packages that only these files may import. */
export const SOLE_IMPORTERS = {
  ky: ['src/http'],
  // Only servers load its bytes.
  valibot: ['src/admin'],
  penpal: ['src/host/iframe'],
};
