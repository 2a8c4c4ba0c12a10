/* The sandbox's control calls, as the demo's game server makes them. */
import config from './config.js';

async function call(method, path, body) {
  const answer = await fetch(`${config.sandbox}/sandbox${path}`, {
    method,
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: HTTP ${answer.status}`);
  return answer.json();
}

export const apiBase = config.apiBase;
export const issueToken = (user, expires_in) => call('POST', `/users/${encodeURIComponent(user)}/token`, {expires_in});
export const setClan = (user, clan) => call('PUT', `/users/${encodeURIComponent(user)}/attributes`, {clan});
export const givePoints = (user, reward_chain_id, amount) =>
  call('POST', `/users/${encodeURIComponent(user)}/contributions`, {reward_chain_id, amount});
export const readFaults = () => call('GET', '/faults');
export const setFaults = faults => call('PUT', '/faults', faults);
export const reset = () => call('POST', '/reset', {});
export const pictureOf = name => `${config.sandbox}/sandbox/images/${name}.svg`;
export const readLog = () => call('GET', '/log');
