/**
 * What `src/api/http.ts` switches off in ky or never asks for, left out of the self-contained files: retries, timeouts,
 * hooks, progress, request bodies and body shortcuts. Every player would load it, and it is more than half of ky. The
 * npm modules import ky whole. Each cut goes from one place in the file up to another; both must be there exactly once.
 */
const core = 'ky/distribution/core/Ky.js';
const merge = 'ky/distribution/utils/merge.js';
const index = 'ky/distribution/index.js';
const constants = 'ky/distribution/core/constants.js';

export const KY_CUTS = [
  // afterResponse hooks and errors for statuses (`throwHttpErrors: false`), then download progress.
  {
    file: core,
    from: '            for (const hook of ky.#options.hooks.afterResponse)',
    upTo: '            return response;\n        };',
    to: '',
  },
  // Retries and what they leave to clean up; `.json()` and its like, since the capped reader takes the response itself.
  {
    file: core,
    from: '        // Always wrap in #retry',
    upTo: '        return result;\n    }\n    // eslint',
    to: 'const result = function_();\n',
  },
  {file: core, from: '    static #normalizeSearchParams(', upTo: '    request;', to: ''},
  {file: core, from: '            hooks: mergeHooks({', upTo: '            method: normalizeRequestMethod(', to: ''},
  // Our methods are upper case, and our URLs whole.
  {
    file: core,
    from: 'normalizeRequestMethod(options.method ??',
    upTo: '            fetch: options.fetch',
    to: 'options.method,\n',
  },
  {
    file: core,
    from: "        if (typeof this.#input !== 'string' && !(",
    upTo: '        this.request = new globalThis.Request(this.#input',
    to: '',
  },
  // Queries as options, upload progress, and the delays of retries.
  {file: core, from: '        if (hasSearchParameters(', upTo: '    async #fetch() {', to: '}\n'},
  {file: core, from: '            context: options.context ?? {},', to: ''},
  // A new controller after a timeout, beforeRequest hooks, and options of fetch that no Request knows.
  {
    file: core,
    from: '        // Reset abortController if',
    upTo: '        // Cloning is done here',
    to: 'const nonRequestOptions = {};\n',
  },
  {
    file: core,
    from: '        if (this.#options.timeout === false) {',
    upTo: '            return this.#options.fetch(',
    to: '{',
  },
  {file: core, from: '        return timeout(this.#originalRequest', upTo: '//# sourceMappingURL', to: '}}\n'},
  {file: core, from: '            if (typeof ky.#options.timeout ===', upTo: '            // Delay the fetch', to: ''},
  // One level of options over another; headers, hooks, queries and signals stand in one of them only.
  {
    file: merge,
    from: 'export const validateAndMerge =',
    upTo: 'export const mergeHeaders =',
    to: 'export const validateAndMerge = (...levels) => Object.assign({}, ...levels);\n',
  },
  {file: core, from: 'mergeHeaders(this.#input.headers, options.headers)', to: 'new Headers(options.headers)'},
  {file: index, from: '    for (const method of requestMethods) {', upTo: '    ky.create =', to: ''},
  {file: index, from: '    ky.extend =', upTo: '    return ky;', to: ''},
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
