import {createHash, randomBytes} from 'node:crypto';
import {sign, verify} from 'hono/jwt';

/** The vendor's login tokens are valid for a day, unless the project changes that. */
export const DEFAULT_LIFETIME_SECONDS = 24 * 3600;

const LOGIN_PROJECT_ID = '5a2d1f3c-8f0e-4b7a-9c41-0d6e2b7f9a10';
const PUBLISHER_ID = 2340;

/**
 * Issues and checks bearer tokens, of both kinds the vendor accepts for player calls: a JWT of its Login (HS256 here),
 * and the opaque string of a Pay Station token. Keys last as long as the server, so a reset of the world ends no
 * session.
 */
export class Tokens {
  readonly #secret = randomBytes(32).toString('hex');
  readonly #opaque = new Map<string, {user: string; expiresAt: number}>();

  /** A JWT with the claims the vendor documents. `lifetime` is in seconds; 0 or less returns an expired token. */
  async issue(user: string, lifetime: number): Promise<string> {
    const issuedAt = nowInSeconds();
    return await sign(claimsOf(user, issuedAt, issuedAt + lifetime), this.#secret, 'HS256');
  }

  /** An opaque token: 32 random letters and digits. */
  issueOpaque(user: string, lifetime: number): string {
    const token = randomBytes(16).toString('hex');
    this.#opaque.set(token, {user, expiresAt: nowInSeconds() + lifetime});
    return token;
  }

  /** The player an `Authorization` header names, or `null` if it is absent, forged, expired or unknown. */
  async userOf(header: string | undefined): Promise<string | null> {
    const token = /^bearer +(\S+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) return null;
    const entry = this.#opaque.get(token);
    if (entry) return entry.expiresAt > nowInSeconds() ? entry.user : null;
    return await this.#userOfJwt(token);
  }

  async #userOfJwt(token: string): Promise<string | null> {
    try {
      const {username} = await verify(token, this.#secret, 'HS256');
      return typeof username === 'string' ? username : null;
    } catch {
      return null;
    }
  }
}

function claimsOf(user: string, iat: number, exp: number): Record<string, unknown> {
  return {
    exp,
    iss: 'https://login.xsolla.com',
    iat,
    sub: uuidOf(user),
    groups: [{id: 1, name: 'default', is_default: true}],
    xsolla_login_project_id: LOGIN_PROJECT_ID,
    type: 'server_custom_id',
    username: user,
    publisher_id: PUBLISHER_ID,
  };
}

/** The same UUID (in the form of version 5) for the same name, in every run: pages may use it as a storage key. */
function uuidOf(user: string): string {
  const hex = createHash('sha1').update(user).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
