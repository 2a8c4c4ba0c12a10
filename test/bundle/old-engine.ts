import {readFileSync} from 'node:fs';
import vm from 'node:vm';
import type * as LiveOps from '../../src/bundle.js';

/** As much of a page as the classic script touches while it loads. */
function createPage(defined: string[]) {
  const node = () => ({});
  const document = Object.assign(new EventTarget(), {createComment: node, createTreeWalker: node});
  const window = new EventTarget();
  return {
    document,
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
    HTMLElement: class {},
    customElements: {get: () => undefined, define: (tag: string) => defined.push(tag)},
    ...{
      Event,
      EventTarget,
      Headers,
      Request,
      Response,
      URL,
      URLSearchParams,
      TextDecoder,
      TextEncoder,
      AbortController,
    },
    ...{ReadableStream, setTimeout, clearTimeout, console, performance},
    // The real class has `any` and `timeout`.
    AbortSignal: {[Symbol.hasInstance]: (value: unknown) => value instanceof AbortSignal},
  };
}

const FORGET = `
  globalThis.window = globalThis;
  delete Object.hasOwn;
  delete Array.prototype.at;
  delete String.prototype.at;
  delete Array.prototype.findLast;
  delete Array.prototype.toSorted;
`;

const BUILT_INS = `
  [Object, Array, String, Promise, Array.prototype, Object.prototype, String.prototype, Promise.prototype]
    .flatMap(owner => Object.getOwnPropertyNames(owner))
    .join()
`;

/** Runs the classic script where the built-ins are those of Chromium 87, as far as it is known to reach for more. */
export function loadInOldEngine() {
  const defined: string[] = [];
  const context = vm.createContext(createPage(defined));
  vm.runInContext(FORGET, context);
  const evaluate = (code: string): unknown => vm.runInContext(code, context);
  const before = {builtIns: evaluate(BUILT_INS), globals: Object.keys(context)};
  vm.runInContext(readFileSync('dist/liveops-elements.iife.js', 'utf8'), context);
  const added = Object.keys(context).filter(name => !before.globals.includes(name));
  return {
    LiveOps: evaluate('LiveOps') as typeof LiveOps,
    defined,
    added,
    isUntouched: () => evaluate(BUILT_INS) === before.builtIns,
  };
}
