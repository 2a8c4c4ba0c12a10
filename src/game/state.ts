import type {Handlers, HostLink} from '../host/link.js';
import type {Session} from '../session.js';

/** The session's state as one plain object, for games that draw it themselves: now as the answer, and every change. */
export function stateFor(link: HostLink, session: () => Session | undefined): Handlers {
  let stop = (): void => undefined;
  return {
    state({chainId}) {
      stop();
      const followed = session();
      if (!followed) throw new TypeError('No session.');
      const following = follow(followed, chainId, state => void link.notify('state', state));
      stop = following.stop;
      return following.read();
    },
  };
}

type State = Readonly<Record<string, unknown>>;

function follow(session: Session, chainId: unknown, changed: (state: State) => void) {
  const {$clan, $signedOut, $rewardChains, clanSwitch} = session;
  const stores = {
    clan: $clan,
    signedOut: $signedOut,
    rewardChains: $rewardChains,
    clanSwitch: clanSwitch.$state,
    receipts: clanSwitch.$receipts,
    ...(chainId !== undefined && {contributors: session.contributors(chainId as number)}),
  };
  const read = (): State => Object.fromEntries(Object.entries(stores).map(([name, {value}]) => [name, value ?? null]));
  const tell = atOnce(() => changed(read()));
  const stops = Object.values(stores).map(store => store.listen(tell));
  return {read, stop: (): void => stops.forEach(stop => stop())};
}

/** Several changes in one turn are one. */
function atOnce(task: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      task();
    });
  };
}
