/*
 * `elements/auto.js`: loads the elements that a page uses, each once, from the folder of this file. Until an element is
 * there, its place is kept free; a page that links `elements/reserve.css` keeps it free from the first paint on.
 */
import {createImports} from './imports.js';
import {createSheet} from './reserve.js';
import {watchElements} from './watch.js';

/** Set by the build. */
declare const ELEMENT_NAMES: readonly string[];
declare const RESERVE_CSS: string;

// Without a document, as in a framework's server, there is nothing to load.
if (typeof document !== 'undefined') {
  const imports = createImports(ELEMENT_NAMES, name => import(new URL(`${name}.js`, import.meta.url).href));
  watchElements(document, {onElement: imports.see, onRoot: createSheet(RESERVE_CSS)});
  addEventListener('online', imports.retry);
}
