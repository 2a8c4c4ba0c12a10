import type {Hono} from 'hono';
import type {SandboxEnv} from '../http/env.js';
import {pathNotFound} from '../http/envelopes.js';
import {addCall} from '../http/routes.js';
import {banners} from './banners.js';
import {goods} from './goods.js';
import {items} from './items.js';
import {medals} from './medals.js';
import {PICTURE_PATH} from './references.js';

/** Every picture the sandbox draws, by name. */
const pictures: ReadonlyMap<string, string> = new Map(Object.entries({...items, ...goods, ...medals, ...banners}));

/** The names of all pictures. */
export const pictureNames: readonly string[] = [...pictures.keys()];

const HEADERS = {
  'content-type': 'image/svg+xml',
  'cache-control': 'public, max-age=86400',
  // Cross-origin isolated pages, such as games with threads, can't load other origins' files without this.
  'cross-origin-resource-policy': 'cross-origin',
};

/** Adds `GET /sandbox/images/{name}.svg`. */
export function addPictures(app: Hono<SandboxEnv>): void {
  addCall(app, 'GET', `${PICTURE_PATH}/:file{[a-z0-9-]+\\.svg}`, c => {
    const svg = pictures.get((c.req.param('file') ?? '').replace(/\.svg$/, ''));
    if (svg === undefined) throw pathNotFound();
    return c.body(svg, 200, HEADERS);
  });
}
