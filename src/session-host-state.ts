import type {Session} from './session.js';

/** The session's state as one plain object, for games that draw it themselves. */
export type HostState = Readonly<Record<string, unknown>>;

/** Tells the state now by `read`, and every change of it to `changed`, several at once as one. */
export function followState(session: Session, chainId: unknown, changed: (state: HostState) => void) {
  const {$clan, $signedOut, $rewardChains, clanSwitch} = session;
  const stores = {
    clan: $clan,
    signedOut: $signedOut,
    rewardChains: $rewardChains,
    clanSwitch: clanSwitch.$state,
    receipts: clanSwitch.$receipts,
    ...(chainId !== undefined && {contributors: session.contributors(chainId as number)}),
  };
  const read = (): HostState => Object.fromEntries(Object.entries(stores).map(([name, {value}]) => [name, value]));
  let due = false;
  const tell = (): void => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      changed(read());
    });
  };
  const stops = Object.values(stores).map(store => store.listen(tell));
  return {read, stop: (): void => stops.forEach(stop => stop())};
}
