import {json} from '../../support/fake-api.js';
import {chainAnswer, chainPage} from '../../support/wire.js';
import {waitUntil} from '../../support/wait-until.js';
import {statusOf} from '../stores/store-state.js';
import {boardCall, LIST, sessionOver} from './make-session.js';

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
