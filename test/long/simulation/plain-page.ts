import ky from 'ky';
import {toReward} from '../../../src/http/rewards.js';
import type {Receipt} from '../../../src/model.js';
import type {World} from './world.js';
import type {Page} from './page.js';
import type {MaybeAnswer} from './server.js';

const URL = 'https://example.test/user/clan/update';

/** A page as one writes it with ky alone: it sends the update when the clan has changed, and shows what comes back. */
export function createPlainPage(world: World, retries: boolean): Page {
  const {witness} = world;
  let receipts: readonly Receipt[] = [];
  let isPending = false;

  const press = async (): Promise<void> => {
    const id = world.createId();
    isPending = false;
    try {
      const fetch = async (): Promise<Response> => toResponse(await world.update(id, 0, () => false));
      const body = await ky.put(URL, {fetch, ...(!retries && {retry: 0})}).json<{reward: Record<string, unknown>[]}>();
      const rewards = body.reward.map(row => toReward(row, 'answer'));
      receipts = [...receipts, {id, rewards, complete: true, durable: false, receivedAt: ''}];
      witness.shown(receipts);
    } catch {
      witness.warned(id);
    }
  };

  return {
    status: () => (isPending ? 'pending' : 'settled'),
    receipts: () => receipts,
    name: () => void (isPending = true),
    press,
    focus: () => undefined,
    async acknowledge(id) {
      receipts = receipts.filter(receipt => receipt.id !== id);
    },
    claim: (chainId, stepId) => world.life.call(() => world.claim(chainId, stepId)),
  };
}

/** As much of a response as ky reads; a real one takes turns of the event loop, which would let virtual time pass. */
function toResponse(answer: MaybeAnswer): Response {
  if (!answer) throw new TypeError('Failed to fetch');
  const {status, text} = answer;
  const response = {status, ok: status < 300, headers: new Headers(), text: async () => text, clone: () => response};
  return response as unknown as Response;
}
