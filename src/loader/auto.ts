/*
 * `elements/auto.js`: loads the elements that a page uses, each once, from the folder of this file. Until an element is
 * defined, its space is reserved; a page that links `elements/reserve.css` reserves it from the first paint.
 */
import {createImports} from './imports.js';
import {createSheet} from './reserve.js';
import {watchElements} from './watch.js';

/** Set by the build. */
declare const ELEMENT_NAMES: readonly string[];
declare const RESERVE_CSS: string;

// Without a document, as in server-side rendering, there is nothing to load.
if (typeof document !== 'undefined') {
  const imports = createImports(ELEMENT_NAMES, name => import(new URL(`${name}.js`, import.meta.url).href));
  watchElements(document, {onElement: imports.see, onRoot: createSheet(RESERVE_CSS)});
  addEventListener('online', imports.retry);
}
