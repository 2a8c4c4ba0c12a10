/** Every file may import these, and files of its own folder. */
export const COMMON = ['src/errors', 'src/model', 'src/publish', 'src/time-limit'];

/**
 * Who may import whom. `types` are for `import type` only. Names are folders or files without their ending, and packages
 * as `npm:name`.
 *
 * @type {Record<string, {values?: string[], types?: string[]}>}
 */
export const LAYERS = {
  'src/errors': {},
  'src/model': {},
  'src/time-limit': {},
  'src/publish': {types: ['npm:nanostores']},
  'src/diagnostics': {},
  'src/api': {values: ['npm:ky']},
  'src/auth': {},
  'src/text': {},
  'src/storage': {},
  'src/state': {values: ['npm:nanostores']},
  'src/switch': {values: ['npm:nanostores'], types: ['src/storage', 'src/api']},
  'src/host': {values: ['npm:penpal']},
  'src/session': {
    values: [
      'src/diagnostics',
      'src/api',
      'src/auth',
      'src/state',
      'src/switch',
      'src/storage',
      'src/host',
      'src/text',
      'npm:nanostores',
    ],
  },
  'src/ui': {values: ['npm:lit', 'src/state', 'src/text'], types: ['src/session', 'npm:nanostores']},
  'src/admin': {values: ['npm:ky', 'npm:valibot', 'src/api/body', 'src/api/retry-after']},
  'src/index': {values: ['src']},
  'src/game': {types: ['src/host', 'src/session', 'npm:nanostores']},
  'src/bundle': {values: ['src', 'components']},
  // Data for pages under construction: it enters through `fetch`, and no file that players load may import it.
  'src/scenarios': {},
  'src/development': {values: ['src', 'components']},
  'components/shared': {values: ['npm:lit', 'src/ui', 'src/text'], types: ['src/state']},
  'components/session': {
    values: ['npm:lit', 'src/ui', 'src/text', 'src/session', 'components/shared'],
    types: ['src/state', 'src/auth'],
  },
  'components/*': {values: ['npm:lit', 'src/ui', 'src/text', 'components/shared'], types: ['src/state', 'src/session']},
};

/** Packages that only these files may import. */
export const SOLE_IMPORTERS = {
  ky: ['src/api/http', 'src/admin'],
  // Its bytes are for servers only.
  valibot: ['src/admin'],
  penpal: ['src/host/iframe'],
};
