/**
 * What `src/api/http.ts` switches off in ky or never asks for, left out of the self-contained files: retries, timeouts,
 * hooks, errors for statuses, progress, queries and bodies as options, body shortcuts. What stays is one level of options
 * over another, and a request made of them: our methods are upper case, our URLs whole, and the capped reader takes the
 * response itself. Every player would load the rest. The npm modules import ky whole.
 *
 * Each cut goes from one place in the file up to another; both must be there exactly once.
 */
const constants = 'ky/distribution/core/constants.js';

export const KY_CUTS = [
  {
    file: 'ky/distribution/core/Ky.js',
    from: 'export class Ky {',
    upTo: '//# sourceMappingURL',
    to: 'export const Ky = 0;\n',
  },
  {
    file: 'ky/distribution/index.js',
    from: 'const createInstance = (defaults) => {',
    upTo: 'export default ky;',
    to: `const ky = {
      create: defaults => (input, options) => (defaults.fetch ?? fetch)(new Request(input, {...defaults, ...options}))
    };
`,
  },
  // What it need not be told then, and a `fetch` that it calls unbound itself. The lines stay, for the source map.
  {file: 'src/api/http.ts', from: 'retry: {limit: 0', upTo: 'credentials:', to: '\n\n\n'},
  {file: 'src/api/http.ts', from: '...(fetch && {fetch: (input, init) => fetch(input, init)})', to: 'fetch'},
  // These run when the script loads: one makes a request object, the other encodes a text.
  {
    file: constants,
    from: 'export const supportsRequestStreams =',
    upTo: 'export const supportsAbortController',
    to: 'export const supportsRequestStreams = false;\n',
  },
  {
    file: constants,
    from: 'export const usualFormBoundarySize',
    upTo: "export const stop = Symbol('stop')",
    to: 'export const usualFormBoundarySize = 0;\n',
  },
];
