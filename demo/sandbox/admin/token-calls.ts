import {invalidProperty} from '../http/envelopes.js';
import {DEFAULT_LIFETIME_SECONDS, type Tokens} from '../http/tokens.js';
import {writeAttributes} from '../players/player.js';
import {COMPANY} from './company-routes.js';
import {readBody} from './requests.js';
import type {AddAdminCalls} from './routes.js';

type Input = {
  readonly user: {
    readonly id: {readonly value: string};
    readonly country?: {readonly value: string};
    readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  };
  readonly settings: {readonly project_id: number};
};

/** The attribute that the sandbox reads a player's country from. */
const COUNTRY = 'country';

/**
 * `create-token` of Pay Station. The vendor keeps the attributes in the token; here they become the player's, and a later
 * token adds to them.
 */
export function addTokenCalls(add: AddAdminCalls, tokens: Tokens): void {
  add(`${COMPANY}/token`, {
    POST: async ({c, office}) => {
      const {user, settings} = await readBody<Input>(c, 'token/input');
      if (settings.project_id !== office.projectId)
        throw invalidProperty('settings.project_id', 'must be a project of the company');
      const {attributes = {}, country} = user;
      const texts = Object.entries(attributes).map(([name, value]) => [name, String(value)]);
      writeAttributes(office.world.player(user.id.value), {
        ...Object.fromEntries(texts),
        ...(country && {[COUNTRY]: country.value}),
      });
      return c.json({token: tokens.issueOpaque(user.id.value, DEFAULT_LIFETIME_SECONDS)});
    },
  });
}
