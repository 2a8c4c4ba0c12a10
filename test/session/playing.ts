import {json} from '../api/fake-api.js';
import {chainAnswer, chainPage} from '../fixtures/answers.js';
import {waitUntil} from '../helpers/wait-until.js';
import {statusOf} from '../state/store-state.js';
import {boardCall, LIST, sessionOver} from './session-over.js';

/** A session with rows of the old clan on the screen. */
export async function playing(options: Parameters<typeof sessionOver>[0] = {}) {
  const parts = sessionOver({clan: 'wolves', ...options});
  parts.api.on(boardCall(101), () => json([{name: 'winner', contributed_amount: 555}]));
  parts.api.on(LIST, () => json(chainPage([chainAnswer()])));
  const board = parts.session.contributors(101);
  board.listen(() => undefined);
  await waitUntil(() => statusOf(board) === 'ready', 'the rows');
  return {...parts, board};
}
