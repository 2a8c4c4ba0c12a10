import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {UserTokenInput} from '../../../src/admin/index.js';
import {Visitor} from '../sandbox/support/visitor.js';
import {assertRefused, assertRefusedHere, backEnd, PROJECT} from './back-end.js';

const input: UserTokenInput = {
  user: {id: {value: 'Rocket'}, name: {value: 'Rocket'}, country: {value: 'US', allow_modify: true}},
  settings: {project_id: PROJECT, currency: 'USD', language: 'en', mode: 'sandbox'},
};

describe('A token of a player', () => {
  const at = backEnd();
  const create = async (user: object = {}): Promise<Visitor> => {
    const {token} = await at.admin.tokens.create({...input, user: {...input.user, ...user}});
    return new Visitor(at.sandbox, 'Rocket', token, PROJECT);
  };
  const chainIds = async (player: Visitor) => (await player.chains()).items.map(({reward_chain_id}) => reward_chain_id);

  it('authorizes the player’s calls', async () => {
    const player = await create();

    assert.equal((await player.balance(101)).amount, 1155);
  });

  it('carries the attributes by which chains are personal', async () => {
    const orcs = [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}] as const;
    await at.admin.rewardChains.change(103, current => ({...current, attribute_conditions: orcs}));

    assert.ok(!(await chainIds(await create())).includes(103));
    assert.ok((await chainIds(await create({attributes: {race: 'orc', level: 7, vip: true}}))).includes(103));
  });

  it('carries the country, by which codes are regional', async () => {
    const verify = async (country: string): Promise<number> => {
      const player = await create({country: {value: country}});
      return (await player.callProject('GET', '/promotion/code/ELSEWHERE/verify')).status;
    };

    assert.deepEqual([await verify('US'), await verify('JP')], [422, 200]);
  });

  it('is for a project of the company', async () => {
    const settings = {...input.settings, project_id: 1};

    await assertRefused(at.admin.tokens.create({...input, settings}), 'invalid', 422, 1102);
  });

  it('is refused before it is sent where it breaks a limit', async () => {
    const {tokens} = at.admin;
    for (const [changes, path] of [
      [{user: {}}, 'user.id'],
      [{user: {...input.user, country: {value: 'us'}}}, 'user.country.value'],
      [{user: {...input.user, attributes: {race: null}}}, 'user.attributes.race'],
      [{settings: {}}, 'settings.project_id'],
      [{settings: {project_id: 1, mode: 'live'}}, 'settings.mode'],
      [{custom_parameters: {}}, 'custom_parameters'],
      [{purchase: {}}, 'purchase'],
    ] as const)
      await assertRefusedHere(tokens.create({...input, ...changes} as never), path);
    assert.deepEqual(await at.sandbox.readLog(), []);
  });
});
