import {LiveOpsError} from '../../errors.js';

/** The only hosts that receive an API key, apart from this machine, where the sandbox runs. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** A URL that may replace `fallback`: on the same host, or plain http on a loopback host. */
export function toBase(option: 'storeBase' | 'merchantBase', value: unknown, fallback: string): string {
  const url = toUrl(value ?? fallback);
  const {host} = new URL(fallback);
  const isVendors = url?.protocol === 'https:' && url.host === host;
  const isLocal = url !== undefined && /^https?:$/.test(url.protocol) && LOOPBACK.includes(url.hostname);
  if (!url || !(isVendors || isLocal) || url.username || url.password || /[?#]/.test(url.href)) {
    throw new LiveOpsError('config', `\`${option}\` must be an https URL on ${host}, or a URL on a loopback host.`);
  }
  return url.href.replace(/\/+$/, '');
}

function toUrl(value: unknown): URL | undefined {
  try {
    return new URL(String(value));
  } catch {
    return undefined;
  }
}
