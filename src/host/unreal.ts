import type {Host, Send} from './hosts.js';
import {offer} from './offer.js';

type Bound = Readonly<Record<string, unknown>>;

/** On Android each message is a request URL: https://dev.epicgames.com, MobileJSScripting.cpp. Characters. */
const LONGEST = 8_192;

/**
 * Unreal: an object bound with `BindUObject` that has a function `Send`, or the `ue.interface.broadcast` of the community
 * plugins. The engine turns the names of objects and functions into lower case unless a project switches that off.
 */
export const unreal: Host = {
  name: 'unreal',
  kind: 'specific',
  longest: LONGEST,
  find(page, hostName = 'LiveOpsGame') {
    const ue = page['ue'] as Record<string, Bound | undefined> | undefined;
    const bound = ue?.[hostName.toLowerCase()] ?? ue?.[hostName];
    return functionOf(bound, ['send', 'Send']) ?? broadcastOf(ue, hostName);
  },
};

function functionOf(bound: Bound | undefined, names: readonly string[]): Send | undefined {
  const name = names.find(one => typeof bound?.[one] === 'function');
  return name && bound ? text => (bound[name] as Send).call(bound, text) : undefined;
}

function broadcastOf(ue: Record<string, Bound | undefined> | undefined, name: string): Send | undefined {
  const plugin = ue?.['interface'];
  if (typeof plugin?.['broadcast'] !== 'function') return undefined;
  const broadcast = plugin['broadcast'] as (name: string, json: string) => unknown;
  return text => broadcast.call(plugin, name, text);
}

offer(unreal);
