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
  // Hooks, errors for statuses (`throwHttpErrors: false`), progress, retries and what they leave to clean up; `.json()`
  // and its like, since the capped reader takes the response itself.
  {
    file: core,
    from: '        const function_ = async () => {',
    upTo: '        return result;\n    }\n    // eslint',
    to: 'const result = ky.#fetch();\n',
  },
  {file: core, from: '    #retryCount = 0;', to: ''},
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
  // A new controller after a timeout, beforeRequest hooks, options of fetch that no Request knows, and the copy of the
  // request for a retry.
  {
    file: core,
    from: '        // Reset abortController if',
    upTo: '            return this.#options.fetch(',
    to: '{',
  },
  {
    file: core,
    from: 'this.#options.fetch(this.#originalRequest, nonRequestOptions)',
    to: 'this.#options.fetch(this.request)',
  },
  {file: core, from: '        return timeout(this.#originalRequest', upTo: '//# sourceMappingURL', to: '}}\n'},
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
