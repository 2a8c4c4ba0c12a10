/* Our list of offers from the built file, with everything it does: token, ten pages of requests, decoder, store, orders and element. */
import '/dist/liveops-elements.js';
import {arrive, itemsOf} from './shop.js';

const PAGE = 50;
let items = itemsOf();

function answer(url) {
  const {pathname, searchParams} = new URL(url);
  if (!pathname.endsWith('/items')) return Response.json({}, {status: 404});
  const from = Number(searchParams.get('offset'));
  return Response.json({has_more: from + PAGE < items.length, items: items.slice(from, from + PAGE)});
}

const session = document.createElement('liveops-session');
Object.assign(session, {
  projectId: 1,
  pollSeconds: 0,
  locale: 'en',
  getToken: () => 'token',
  fetch: async url => {
    await arrive();
    return answer(url);
  },
});
document.body.append(session);

globalThis.bench = {
  tag: 'liveops-offers',
  parent: session,
  mount: () => undefined,
  update(turn) {
    items = itemsOf(turn);
    return session.session.catalog().reload();
  },
};
