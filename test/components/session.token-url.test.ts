import {expect} from 'chai';
import {nextEvent} from '../helpers/next-event.js';
import {WOLVES} from './answers.js';
import {board as path, failing, FakeApi} from './fake-api.js';
import {mount, names, shown} from './page.js';

const api = (): FakeApi => new FakeApi().on(path(101), WOLVES);
const tokenOf = (request: Request): string | null => request.headers.get('authorization');

describe('The token-url of <liveops-session>', () => {
  const original = window.fetch;
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
  });

  function open(fake: FakeApi, tokenUrl = '/session-token') {
    const {session, board} = mount(fake, {session: {'token-url': tokenUrl}});
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

  it('signs nobody in where it fails', async () => {
    window.fetch = async () => failing(500)();
    const {session, board} = open(api());

    await nextEvent(session, 'liveops-auth-required');

    expect((await shown(board, 'error')).textContent).to.match(/sign in/i);
  });

  for (const url of ['https://elsewhere.example/token', '//elsewhere.example/token', 'data:application/json,{}'])
    it(`is refused as ${url}, which would see the player’s cookies misused`, async () => {
      const {session, board} = open(api(), url);

      await shown(board, 'error');

      expect([typeof session.session, session.error?.code]).to.deep.equal(['undefined', 'config']);
      expect(urls).to.be.empty;
    });
});
