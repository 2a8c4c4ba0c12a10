import type {Context} from 'hono';
import type {SandboxEnv} from '../http/env.js';

/** The path of the sandbox's own pictures. */
export const PICTURE_PATH = '/sandbox/images';

/** The path of one of the sandbox's own pictures, as in a seed. */
export function picture(name: string): string {
  return `${PICTURE_PATH}/${name}.svg`;
}

/**
 * A JSON answer in which the sandbox's own pictures have absolute URLs. Their origin is that of the request: a client
 * that can request the answer from it can also request the picture.
 */
export function illustrated(c: Context<SandboxEnv>, body: object): Response {
  const {origin} = new URL(c.req.url);
  const text = JSON.stringify(body, (key, value: unknown) => (isOwnPicture(key, value) ? origin + value : value));
  return c.body(text, 200, {'content-type': 'application/json'});
}

function isOwnPicture(key: string, value: unknown): value is string {
  return key.endsWith('image_url') && typeof value === 'string' && value.startsWith('/');
}
