/** Why a token is requested. */
export type TokenReason = 'start' | 'expiring' | 'rejected' | 'clan-changed';

/** A token, alone or with its remaining life in seconds. The life of an opaque token can't be read. */
export type TokenGrant = string | {readonly token: string; readonly expiresInSec?: number};

/**
 * Gets the player's token from the studio's login, its back end, or the game around the page. `code` is the one-time
 * code from a URL that ends in `#code=…`; exchange it for a token at your back end by POST. Each request gets the code
 * until one of them has brought a token, and only one request at a time.
 *
 * A rejection means that nobody is signed in (`auth-required`), and the session doesn't call again by itself. Errors of
 * requests without an answer (`TypeError`, `TimeoutError`, `AbortError`, `NetworkError`; the codes of axios), and any
 * rejection while the browser is offline, count as `network`; no answer within ten seconds is `timeout`. After both,
 * the next poll calls again, and a late token is still used.
 */
export type GetToken = (request: {reason: TokenReason; code?: string | undefined}) => TokenGrant | Promise<TokenGrant>;
