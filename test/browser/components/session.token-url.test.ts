import {expect} from 'chai';
import type {SessionErrorEvent} from '../../../components/session/events.js';
import {nextEvent} from '../../support/next-event.js';
import {WOLVES} from '../../support/wire.js';
import {board as path, failing, FakeApi} from './fake-api.js';
import {mount, names, shown} from './page.js';

const api = (): FakeApi => new FakeApi().on(path(101), WOLVES);
const tokenOf = (request: Request): string | null => request.headers.get('authorization');

describe('The token-url of <liveops-session>', () => {
  const original = window.fetch;
  const {random} = Math;
  let urls: URL[];

  beforeEach(() => {
    urls = [];
    window.fetch = async input => {
      urls.push(new URL(input as string));
      return Response.json({token: 'from-url', expires_in: 600});
    };
  });

  afterEach(() => {
    window.fetch = original;
    Math.random = random;
  });

  function open(fake: FakeApi, tokenUrl = '/session-token', more = {}) {
    const {session, board} = mount(fake, {session: {'token-url': tokenUrl, ...more}});
    Object.assign(session, {getToken: undefined});
    return {session, board};
  }

  it('gives the token to a page without script', async () => {
    const fake = api();
    const {board} = open(fake);

    await names(board);

    expect(tokenOf(fake.requests[0]!)).to.equal('Bearer from-url');
    expect(urls.map(({origin, pathname}) => origin + pathname)).to.deep.equal([`${location.origin}/session-token`]);
    expect(urls[0]!.searchParams.get('reason')).to.equal('start');
  });

  it('comes after getToken, which is asked alone where there are both', async () => {
    const fake = api();
    const {board} = mount(fake, {session: {'token-url': '/session-token'}});

    await names(board);

    expect(tokenOf(fake.requests[0]!)).to.equal('Bearer token');
    expect(urls).to.be.empty;
  });

  for (const status of [401, 403])
    it(`signs nobody in where it answers ${status}`, async () => {
      window.fetch = async () => failing(status)();
      const {session, board} = open(api());

      await nextEvent(session, 'liveops-auth-required');

      expect((await shown(board, 'error')).textContent).to.match(/sign in/i);
    });

  const trouble = {
    network: () => Promise.reject(new TypeError('Failed to fetch')),
    server: async () => failing(500)(),
  } as const;
  for (const [code, answer] of Object.entries(trouble))
    it(`is asked again where that was trouble of the ${code}, and nobody is signed out`, async () => {
      // Nothing is spread over time where chance gives 0.
      Math.random = () => 0;
      const asEver = window.fetch;
      window.fetch = answer;
      const {session, board} = open(api(), '/session-token', {'poll-seconds': '30'});
      let signedOut = 0;
      session.addEventListener('liveops-auth-required', () => signedOut++);

      const {error} = await nextEvent<SessionErrorEvent>(session, 'liveops-error');
      expect((await shown(board, 'error')).textContent).not.to.match(/sign in/i);
      window.fetch = asEver;
      window.dispatchEvent(new Event('online'));

      expect(await names(board)).to.have.length(4);
      expect([error.code, signedOut]).to.deep.equal([code, 0]);
    });

  it('is judged by the page’s own origin, wherever its <base> leads', async () => {
    const base = Object.assign(document.createElement('base'), {href: 'https://elsewhere.example/'});
    document.head.append(base);
    const {session, board} = open(api());

    try {
      await shown(board, 'error');
    } finally {
      base.remove();
    }

    expect(session.error?.code).to.equal('config');
    expect(urls).to.be.empty;
  });

  for (const url of ['https://elsewhere.example/token', '//elsewhere.example/token', 'data:application/json,{}'])
    it(`is refused as ${url}, which would see the player’s cookies misused`, async () => {
      const {session, board} = open(api(), url);

      await shown(board, 'error');

      expect([typeof session.session, session.error?.code]).to.deep.equal(['undefined', 'config']);
      expect(urls).to.be.empty;
    });
});
