import ky from 'ky';
import {toReward} from '../../src/api/rewards.js';
import type {Receipt} from '../../src/model.js';
import type {RawAnswer} from '../../src/switch/flow.js';
import type {Game} from './game.js';
import type {Page} from './page.js';

const URL = 'https://example.test/user/clan/update';

/** A page as one writes it with ky alone: it sends the update when the clan has changed, and shows what comes back. */
export function createPlainPage(game: Game, retries: boolean): Page {
  const {witness} = game;
  let receipts: readonly Receipt[] = [];
  let isPending = false;

  const press = async (): Promise<void> => {
    const id = game.createId();
    isPending = false;
    try {
      const fetch = async (): Promise<Response> => toResponse(await game.update(id, () => false));
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
    async acknowledge(id) {
      receipts = receipts.filter(receipt => receipt.id !== id);
    },
    claim: (chainId, stepId) => game.life.call(() => game.claim(chainId, stepId)),
  };
}

/** As much of a response as ky reads; a real one takes turns of the event loop, which would let virtual time pass. */
function toResponse(answer: RawAnswer): Response {
  if (!answer) throw new TypeError('Failed to fetch');
  const {status, text} = answer;
  const response = {status, ok: status < 300, headers: new Headers(), text: async () => text, clone: () => response};
  return response as unknown as Response;
}
