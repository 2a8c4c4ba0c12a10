/** Why a token is asked for. */
export type TokenReason = 'start' | 'expiring' | 'rejected' | 'clan-changed';

/** A token, alone or with its remaining life in seconds. The life of an opaque token can't be read. */
export type TokenGrant = string | {readonly token: string; readonly expiresInSec?: number};

/**
 * The studio's way to get the player's token: its login, its back end, or the game around the page. `code` is the one-time
 * code of an address that ends in `#code=…`; change it for a token at your back end by POST. It comes with each request
 * until one of them brought a token, and with one request at a time.
 *
 * A rejection means that nobody is signed in (`auth-required`), and the session doesn't ask again by itself. What requests
 * reject with when no answer comes (`TypeError`, `TimeoutError`, `AbortError`, `NetworkError`; the codes of axios), and any
 * rejection while the browser is offline, is `network`; no answer within ten seconds is `timeout`. The next poll asks again
 * after both, and a token that comes late is still used.
 */
export type GetToken = (request: {reason: TokenReason; code?: string | undefined}) => TokenGrant | Promise<TokenGrant>;
