/** The code from this page's URL, until it has brought a token. */
let code: string | undefined;
/** The request that uses the code, which is valid once: other requests wait until it ends. */
let exchange: {readonly done: Promise<void>; end(): void} | undefined;

/**
 * Requests a token with the one-time code from the page's URL, where a game without a bridge may put one: `#code=…` and
 * nothing else, since an OAuth answer, which also has a `state`, belongs to the page. The code is removed from the
 * visible URL at once. Browsers keep the first URL in their navigation timing, so the code must be valid only once.
 *
 * The code is kept until it has brought a token, so that one network failure doesn't cost the player the sign-in.
 */
export function withLaunchCode<T>(
  ask: (code: string | undefined) => Promise<T>,
  bringsToken: (answer: T) => boolean,
): Promise<T> {
  code = takeFromAddress() ?? code;
  if (exchange) return exchange.done.then(() => withLaunchCode(ask, bringsToken));
  return code === undefined ? ask(undefined) : exchangeCode(code, ask, bringsToken);
}

/** The request that uses the code takes too long: other requests don't wait any longer. */
export function releaseLaunchCode(): void {
  exchange?.end();
}

async function exchangeCode<T>(
  used: string,
  ask: (code: string) => Promise<T>,
  bringsToken: (answer: T) => boolean,
): Promise<T> {
  const mine = beginExchange();
  try {
    const answer = await ask(used);
    if (code === used && bringsToken(answer)) code = undefined;
    return answer;
  } finally {
    mine.end();
  }
}

function beginExchange(): NonNullable<typeof exchange> {
  let resolve = (): void => undefined;
  const done = new Promise<void>(go => (resolve = go));
  const mine = {
    done,
    end() {
      if (exchange === mine) exchange = undefined;
      resolve();
    },
  };
  return (exchange = mine);
}

function takeFromAddress(): string | undefined {
  const [hash, found] = /^#code=([\w.~-]+)$/.exec(globalThis.location?.hash) ?? [];
  if (hash) history.replaceState(history.state, '', location.href.slice(0, -hash.length));
  return found;
}
