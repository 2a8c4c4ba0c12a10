import type {Context} from 'hono';
import type {SandboxEnv} from '../http/env.js';

/** Where the sandbox's own pictures are. */
export const PICTURE_PATH = '/sandbox/images';

/** The place of one of the sandbox's own pictures, as a seed names it. */
export function picture(name: string): string {
  return `${PICTURE_PATH}/${name}.svg`;
}

/**
 * A JSON answer in which the sandbox's own pictures have whole addresses. Their origin is the one of the request: who
 * could ask for the answer by that name can ask for the picture by it, too.
 */
export function illustrated(c: Context<SandboxEnv>, body: object): Response {
  const {origin} = new URL(c.req.url);
  const text = JSON.stringify(body, (key, value: unknown) => (isOwnPicture(key, value) ? origin + value : value));
  return c.body(text, 200, {'content-type': 'application/json'});
}

function isOwnPicture(key: string, value: unknown): value is string {
  return key.endsWith('image_url') && typeof value === 'string' && value.startsWith('/');
}
