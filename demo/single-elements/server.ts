import {randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';

/** The entry of one element in `dist/sri.json`; its URLs are relative to `dist`. */
type PinnedElement = {files: readonly string[]; importmap: string; modulepreload: readonly string[]};

const PLACE = '<!-- The server puts the import map, the preloads and the module of one element here. -->';

/** The tags that load one element from `base`, each file checked against its hash. */
export function pinnedTags(name: string, base: string, nonce: string): string {
  const {elements} = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as {elements: Record<string, PinnedElement>};
  const {importmap, modulepreload} = elements[name]!;
  // The import map comes first: no module may be loaded before it.
  return [importmap, ...modulepreload, `<script type="module" src="./elements/${name}.js"></script>`]
    .join('\n    ')
    .replaceAll('"./elements/', `"${base}elements/`)
    .replace('<script type="importmap">', `<script type="importmap" nonce="${nonce}">`);
}

/** The demo page of one pinned element, and the headers to send with it. */
export function singleElementPage(apiBase: string): {html: string; headers: Record<string, string>} {
  const nonce = randomBytes(16).toString('base64');
  const api = new URL(apiBase).origin;
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    `connect-src 'self' ${api}`,
    `img-src data: https: ${api}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  const page = readFileSync('demo/single-elements/page.html', 'utf8');
  const tags = pinnedTags('clan-contributors', '/dist/', nonce);
  const html = page.replace('API_BASE', apiBase).replace(PLACE, () => tags);
  return {html, headers: {'content-security-policy': policy, 'referrer-policy': 'no-referrer'}};
}
