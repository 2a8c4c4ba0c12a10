import {KY_CUTS} from './ky-cuts.mjs';
import {LIT_CUTS} from './lit-cuts.mjs';

/**
 * Edits to third-party modules, and to the one of ours that calls ky, inside the self-contained files, which run on
 * Chromium 87 and WebKit 15.4 without touching the page's prototypes. An edit that does not fit exactly once stops the
 * build: what it edits has changed and needs reading again. What no edit covers is found afterwards in the built file, by
 * `engine-floor.mjs`.
 */
const PATCHES = [
  ...KY_CUTS,
  ...LIT_CUTS,
  // What happens in a store's life between its first listener and its last; ours tell one function of these two.
  {
    file: 'nanostores/lifecycle/index.js',
    from: 'export let on = (object',
    upTo: 'export let onStart =',
    to: 'let on\n',
  },
  {
    file: 'nanostores/lifecycle/index.js',
    from: 'export let onMount =',
    upTo: '    return () => {\n      $store.listen = originListen\n      $store.off',
    to: `export let onMount = ($store, initialize) => {
      let active, destroy
      let originListen = $store.listen
      $store.listen = listener => {
        if (!$store.lc && !active) {
          active = true
          destroy = initialize()
        }
        return originListen(listener)
      }
      $store.off = () => {
        setTimeout(() => {
          if (active && !$store.lc) {
            active = false
            destroy()
          }
        }, STORE_UNMOUNT_DELAY)
      }
    }
    `,
  },
  {
    file: 'nanostores/lifecycle/index.js',
    from: 'return () => {\n      $store.listen = originListen\n      $store.off = originOff\n    }\n  })\n}',
    to: '',
  },
  // A page's Content Security Policy names the policies it trusts; ours should not be mistaken for the page's own Lit.
  {file: 'lit-html/lit-html.js', from: 'createPolicy("lit-html"', to: 'createPolicy("liveops-elements"'},
];

const isFor = (patch, id) => id.replaceAll('\\', '/').endsWith(`/${patch.file}`);

function placeOf(text, code, file) {
  const pieces = code.split(text);
  if (pieces.length !== 2) throw new Error(`${file}: expected "${text}" once, found it ${pieces.length - 1} times`);
  return pieces[0].length;
}

function applyOnce(code, {file, from, upTo, to}) {
  const start = placeOf(from, code, file);
  const end = upTo === undefined ? start + from.length : placeOf(upTo, code, file);
  if (end < start) throw new Error(`${file}: "${upTo}" comes before "${from}"`);
  return code.slice(0, start) + to + code.slice(end);
}

/** @returns {import('rollup').Plugin} */
export function patchThirdParty(patches = PATCHES) {
  const missing = new Set(patches);
  return {
    name: 'patch-third-party',
    transform(code, id) {
      const here = patches.filter(patch => isFor(patch, id));
      for (const patch of here) missing.delete(patch);
      return here.length ? {code: here.reduce(applyOnce, code), map: null} : null;
    },
    buildEnd(error) {
      const [patch] = missing;
      if (!error && patch) this.error(`${patch.file} is not in the bundle: drop or move its patch of "${patch.from}"`);
    },
  };
}
