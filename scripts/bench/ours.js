/* Our board from the built file, with everything it does: token, request, decoder, store, ranking and element. */
import '/dist/liveops-elements.js';
import {rowsOf} from './rows.js';

let rows = rowsOf(10);
const session = document.createElement('liveops-session');
Object.assign(session, {
  projectId: 1,
  pollSeconds: 0,
  getToken: () => 'token',
  fetch: () => Promise.resolve(Response.json(rows)),
});
document.body.append(session);

globalThis.bench = {
  tag: 'liveops-clan-contributors',
  parent: session,
  mount: board => board.setAttribute('reward-chain-id', '1'),
  update(next) {
    rows = next;
    return session.session.contributors(1).reload();
  },
};
