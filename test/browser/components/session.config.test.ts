import {expect} from 'chai';
import type {SessionErrorEvent} from '../../../components/session/events.js';
import {nextEvent} from '../../support/next-event.js';
import {WOLVES} from '../../support/wire.js';
import {board as path, FakeApi} from './fake-api.js';
import {type Attributes, mount, names, parts, shown} from './page.js';

/** What a session with a wrong attribute says, and what the board below it shows. */
async function misused(session: Attributes) {
  const event = nextEvent<SessionErrorEvent>(document, 'liveops-error');
  const api = new FakeApi();
  const mounted = mount(api, {session});
  const {error} = await event;
  await shown(mounted.board, 'error');
  return {...mounted, api, error};
}

describe('<liveops-session> with a wrong attribute', () => {
  const unhandled: string[] = [];
  const note = ({type}: Event): number => unhandled.push(type);

  before(() => ['error', 'unhandledrejection'].forEach(type => window.addEventListener(type, note)));

  after(() => ['error', 'unhandledrejection'].forEach(type => window.removeEventListener(type, note)));

  const WRONG: [string, string[]][] = [
    ['project-id', ['0', '-1', '1.5', 'many', '']],
    [
      'api-base',
      ['http://store.example/api', 'store.example', '/api', 'https://user:secret@store.example', 'ftp://a.b'],
    ],
    ['poll-seconds', ['5', '-1', 'often']],
  ];

  for (const [name, values] of WRONG)
    for (const value of values)
      it(`says "config" for ${name}="${value}", has no session and asks nothing`, async () => {
        const {session, board, api, error} = await misused({[name]: value});

        expect([error.code, typeof session.session, session.error]).to.deep.equal(['config', 'undefined', error]);
        expect([api.requests.length, parts(board, 'retry').length]).to.deep.equal([0, 0]);
        expect(unhandled).to.be.empty;
      });

  it('says "config" for a storage that is none', async () => {
    const {session} = mount(new FakeApi());
    const event = nextEvent<SessionErrorEvent>(session, 'liveops-error');

    Object.assign(session, {storage: {get: () => null}});

    expect((await event).error.code).to.equal('config');
  });

  for (const clan of [42, {}])
    it(`says "config" for a clan that becomes ${JSON.stringify(clan)}, and goes on with one that is a string`, async () => {
      const {session} = mount(new FakeApi().on(path(101), WOLVES), {session: {clan: '42'}});
      await session.updateComplete;
      const event = nextEvent<SessionErrorEvent>(session, 'liveops-error');

      Object.assign(session, {clan});

      const {error} = await event;
      expect([error.code, session.session]).to.deep.equal(['config', undefined]);
      expect(error.message).to.contain('`clan`');
      session.clan = '42';
      await session.updateComplete;
      expect(session.session!.$clan.value).to.equal('42');
      expect(unhandled).to.be.empty;
    });

  it('names in the message what is wrong', async () => {
    const {error} = await misused({'poll-seconds': '5'});

    expect(error.message).to.match(/pollSeconds.*10/);
  });

  it('does not repeat a secret of the address in the message', async () => {
    const {error} = await misused({'api-base': 'https://user:secret@store.example'});

    expect(error.message).not.to.contain('secret');
  });

  it('works once the attribute is right', async () => {
    const {session, board, api} = await misused({'project-id': 'many'});
    api.on(path(101), WOLVES);

    session.setAttribute('project-id', '44056');

    expect(await names(board)).to.have.length(4);
    expect(session.error).to.equal(undefined);
  });

  it('takes the rows away when an attribute becomes wrong', async () => {
    const {session, board} = mount(new FakeApi().on(path(101), WOLVES));
    await names(board);

    session.setAttribute('api-base', 'nonsense');
    await shown(board, 'error');

    expect(parts(board, 'row')).to.be.empty;
    expect(typeof session.session).to.equal('undefined');
  });

  it('accepts http on a loopback address', async () => {
    for (const base of ['http://127.0.0.1:9', 'http://localhost:9', 'http://[::1]:9']) {
      const {board} = mount(new FakeApi().on(path(101), WOLVES), {session: {'api-base': `${base}/api`}});

      expect(await names(board), base).to.have.length(4);
    }
  });

  it('works under host="none"', async () => {
    const {board} = mount(new FakeApi().on(path(101), WOLVES), {session: {host: 'none'}});

    expect(await names(board)).to.have.length(4);
  });
});
