import type {TokenGrant} from './auth/token-broker.js';
import {LiveOpsError} from './errors.js';
import type {Handlers, HostLink} from './host/link.js';
import {liveOpsHost} from './host/live-ops-host.js';
import type {Receipt, SwitchOutcome} from './model.js';
import {followState} from './session-host-state.js';
import {createHostTokens} from './session-host-token.js';
import type {SessionOptions} from './session-options.js';
import {pausable} from './session-pause.js';
import type {Session, SessionInternals} from './session.js';
import type {HostStorage} from './storage/host-rung.js';

/** Looks for the host of that name. What is sent before it is there waits. */
export function connectHost(host: Host, hostName: string | undefined, link = liveOpsHost()): HostLink {
  const isGiven = typeof host === 'object';
  if (isGiven) link.register({name: 'custom', find: () => text => host.send(text)});
  link.connect(isGiven ? 'custom' : host, hostName);
  return link;
}

type Host = NonNullable<SessionOptions['host']>;
type Compose = (options: SessionOptions, internals: SessionInternals) => Session;

/** How long a host may think about a clan switch, milliseconds: it may ask the player. */
const VETO_MS = 60_000;

/** Connects a session with the game around the page, where the options name one. */
export function withHost(options: SessionOptions, compose: Compose, link?: HostLink): Session {
  const host = options?.host ?? 'none';
  return host === 'none' ? compose(options, {}) : connect({...options, host}, compose, link ?? liveOpsHost());
}

function connect(options: SessionOptions & {host: Host}, compose: Compose, link: HostLink): Session {
  const {host, hostName, tokenUrl, userKey} = options;
  const tokens = createHostTokens(link, userKey);
  const {clock, pause} = pausable(() => session.refresh());
  const session = compose(
    {
      ...options,
      getToken: options.getToken ?? (tokenUrl ? undefined : tokens.getToken),
      storage: options.storage ?? keptBy(link),
    },
    {clock},
  );
  const {clanSwitch} = session;
  let state: ReturnType<typeof followState> | undefined;

  const handlers: Handlers = {
    'auth.token'(grant) {
      if (tokens.push(grant as TokenGrant)) session.signOut();
      session.refresh();
    },
    'auth.clear'() {
      tokens.clear();
      session.signOut();
    },
    configure: params => 'clan' in params && session.setClan(toClan(params['clan'])),
    'clan.changed': ({clan}) => session.setClan(toClan(clan)),
    'clan.switch': async () => ({outcome: await clanSwitch.switchClan()}),
    'rewards.acknowledge': ({receiptId}) => clanSwitch.acknowledge(String(receiptId)),
    'app.pause': () => pause(true),
    'app.resume': () => pause(false),
    state({chainId}) {
      state?.stop();
      state = followState(session, chainId, now => link.notify('state', now));
      return state.read();
    },
  };

  const stops = [
    link.listen(handlers),
    session.onError(({code, message, status, vendorCode}) => link.notify('error', {code, message, status, vendorCode})),
    clanSwitch.$receipts.subscribe(onceEach(receipt => link.notify('rewards.received', {receipt}))),
    () => state?.stop(),
  ];
  connectHost(host, hostName, link);

  const allowed = async (): Promise<boolean> => {
    if (!(await link.supports('clan.switch'))) return true;
    const answer = (await link.request('clan.switch', {}, VETO_MS).catch(() => null)) as {allow?: unknown} | null;
    return answer?.allow !== false;
  };
  let running: Promise<SwitchOutcome> | undefined;

  return {
    ...session,
    clanSwitch: {
      ...clanSwitch,
      switchClan: switchOptions =>
        (running ??= allowed()
          .then(isAllowed => (isAllowed ? clanSwitch.switchClan(switchOptions) : 'not-sent'))
          .finally(() => (running = undefined))),
    },
    destroy() {
      stops.forEach(stop => stop());
      session.destroy();
    },
  };
}

function toClan(clan: unknown): string | null | undefined {
  if (clan != null && typeof clan !== 'string') throw new LiveOpsError('invalid', '`clan` is no text.');
  return clan;
}

/** The host's storage, which takes nothing where the host did not offer it. */
function keptBy(link: HostLink): HostStorage {
  const ask = async (method: string, params: Record<string, string>): Promise<unknown> =>
    (await link.supports(method)) ? link.request(method, params) : null;
  return {
    async get(key) {
      const answer = (await ask('storage.get', {key})) as {value?: unknown} | null;
      return typeof answer?.value === 'string' ? answer.value : null;
    },
    set: async (key, value) => void (await ask('storage.set', {key, value})),
    remove: async key => void (await ask('storage.remove', {key})),
  };
}

function onceEach(tell: (receipt: Receipt) => void): (receipts: readonly Receipt[]) => void {
  const told = new Set<string>();
  return receipts => {
    for (const receipt of receipts) {
      if (!told.has(receipt.id)) tell(receipt);
      told.add(receipt.id);
    }
  };
}
