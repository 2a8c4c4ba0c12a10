import type {Context} from 'hono';
import type {AddControlCall, Controls} from '../controls/controls.js';
import {playerIn} from '../controls/player-in.js';
import type {SandboxEnv} from '../http/env.js';
import {Fields, readJson} from '../http/json-input.js';
import {Shop} from './shop.js';

export function addControlCalls(add: AddControlCall): void {
  add('PUT', '/users/:user/balances', setBalances);
}

/** `{sku: amount}`: what a player has of virtual currencies. Answers all of them. */
async function setBalances(c: Context<SandboxEnv>, {world}: Controls): Promise<Response> {
  const fields = new Fields(await readJson(c));
  const amounts = fields.names.map(sku => [sku, fields.integer(sku, 0)] as const);
  const {user} = playerIn(c, world);
  const shop = world.of(Shop);
  for (const [sku, amount] of amounts) shop.setBalance(user, sku, amount);
  return c.json(Object.fromEntries(shop.balancesOf(user)));
}
