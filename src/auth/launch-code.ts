/** The code of this page's address, until a token came for it. */
let code: string | undefined;
/** The request that has the code, which is good once: the others wait for its end. */
let exchange: {readonly done: Promise<void>; end(): void} | undefined;

/**
 * Asks for a token with the one-time code out of the page's address, where a game without a bridge may put one: `#code=…`
 * and nothing else, since an answer of OAuth, which has a `state` too, belongs to the page. It leaves the visible address
 * at once; browsers keep the first one in their navigation timing, which is why it must be good for one use only.
 *
 * The code stays until it brought a token, so that a network that failed once doesn't cost the player the sign-in.
 */
export function withLaunchCode<T>(
  ask: (code: string | undefined) => Promise<T>,
  bringsToken: (answer: T) => boolean,
): Promise<T> {
  code = takeFromAddress() ?? code;
  if (exchange) return exchange.done.then(() => withLaunchCode(ask, bringsToken));
  return code === undefined ? ask(undefined) : exchangeCode(code, ask, bringsToken);
}

/** The request that has the code takes too long: the others don't wait for it any more. */
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
