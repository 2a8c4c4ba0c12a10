import * as v from 'valibot';
import {checked} from './check.js';

/** What a call that resets something of **every player** needs, so that nobody calls it for one player by mistake. */
export type Confirmation = {readonly confirm: 'all players'};

const schema = v.strictObject({confirm: v.literal('all players', 'must be the words `all players`')});

/** @throws {LiveOpsError} `config`, if it is missing or says something else. */
export function demandConfirmation(confirmation: Confirmation): void {
  checked(schema, confirmation, 'confirmation');
}
