import {Fragment, useSyncExternalStore, type ReactNode} from 'react';

const never = () => () => {};

/** Mounts its children anew once hydrated, since React hydrates custom elements without properties and listeners. */
export function Hydrated({children}: {children: ReactNode}): ReactNode {
  const isHydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return <Fragment key={String(isHydrated)}>{children}</Fragment>;
}
