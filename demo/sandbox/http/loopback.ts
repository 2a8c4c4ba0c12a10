import {PICTURE_PATH} from '../pictures/references.js';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a `Host` header names this machine, with or without a port. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK_NAMES.includes(host.replace(/:\d*$/, '').toLowerCase());
}

/** Whether an `Origin` header is from a page on this machine. `null`, the origin of a file, may be from any page. */
export function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).host);
}

/** Whether a path is one of the control calls. Pictures have another path, and any shop's pages may load them. */
export function isControlPath(path: string): boolean {
  return path.startsWith('/sandbox/') && !path.startsWith(`${PICTURE_PATH}/`);
}
