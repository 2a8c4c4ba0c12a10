import type {Context} from 'hono';
import type {AddControlCall, Controls} from '../controls/controls.js';
import type {SandboxEnv} from '../http/env.js';
import {offerChainNotFound} from '../http/envelopes.js';
import {Fields, readJson} from '../http/json-input.js';
import {toInteger} from '../http/numbers.js';
import {OfferChains} from './offer-chains.js';
import type {SeedOfferChain} from './seed.js';

export function addControlCalls(add: AddControlCall): void {
  add('PUT', '/offer-chains/:offer_chain_id', changeChain);
  add('POST', '/offer-chains/:offer_chain_id/reset', restartChain);
}

/** `{enabled}`. A chain that is switched off is hidden, and its progress stays. */
async function changeChain(c: Context<SandboxEnv>, {world}: Controls): Promise<Response> {
  const chains = world.of(OfferChains);
  const chain = chainIn(c, chains);
  const fields = new Fields(await readJson(c));
  fields.only('enabled');
  if (!fields.has('enabled')) throw fields.refusal('enabled', 'is required');
  chains.setEnabled(chain, fields.flag('enabled'));
  return c.json(describe(chains, chain));
}

/** Starts the chain again for every player, as the vendor's schedule does. */
function restartChain(c: Context<SandboxEnv>, {world}: Controls): Response {
  const chains = world.of(OfferChains);
  const chain = chainIn(c, chains);
  chains.restart(chain);
  return c.json(describe(chains, chain));
}

function describe(chains: OfferChains, chain: SeedOfferChain): object {
  return {offer_chain_id: chain.id, enabled: chains.isEnabled(chain)};
}

function chainIn(c: Context<SandboxEnv>, chains: OfferChains): SeedOfferChain {
  const chain = chains.get(toInteger(c.req.param('offer_chain_id'), 'offer_chain_id'));
  if (!chain) throw offerChainNotFound();
  return chain;
}
