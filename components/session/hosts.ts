import {LiveOpsError} from '../../src/errors.js';

const HOSTS = [
  'custom',
  'evaluate',
  'unity-webview',
  'vuplex',
  'uniwebview',
  'unity-webgl',
  'unreal',
  'wkwebview',
  'android',
  'webview2',
  'react-native',
  'flutter',
  'wry',
  'cef',
  'qt',
  'electron',
  'iframe',
];

/** @throws {LiveOpsError} `config` for a name that is no host, `host` for one that this version cannot talk to. */
export function checkHost(host: string | undefined): void {
  if (host === undefined || host === null || host === 'none') return;
  if (!HOSTS.includes(host)) throw new LiveOpsError('config', '`host` is not the name of a host.');
  throw new LiveOpsError('host', `This version cannot talk to \`host="${host}"\` yet; give the token by \`getToken\`.`);
}
