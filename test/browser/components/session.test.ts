import {expect} from 'chai';
import {SessionElement} from '../../../components/session/define.js';
import {WOLVES} from '../../support/wire.js';
import {API, board as path, FakeApi} from './fake-api.js';
import {boardWith, element, heard, mount, names, sessionOn, texts} from './page.js';

describe('<liveops-session>', () => {
  it('is defined under its tag', () => {
    expect(customElements.get('liveops-session')).to.equal(SessionElement);
  });

  it('has a property for each attribute', () => {
    const session = element('liveops-session', {
      'project-id': '44056',
      'api-base': API,
      clan: 'wolves',
      'player-name': 'Rocket',
      'user-key': 'player-1',
      locale: 'de',
      'poll-seconds': '60',
      'token-url': '/token',
      host: 'none',
      'host-name': 'bridge',
    });

    const {projectId, apiBase, clan, playerName, userKey, locale, pollSeconds, tokenUrl, host, hostName} = session;

    expect([projectId, apiBase, clan, playerName, userKey]).to.deep.equal([44056, API, 'wolves', 'Rocket', 'player-1']);
    expect([locale, pollSeconds, tokenUrl, host, hostName]).to.deep.equal(['de', 60, '/token', 'none', 'bridge']);
  });

  it('has a session as soon as it knows the project and a source of tokens', async () => {
    const session = element('liveops-session', {'project-id': '44056'});
    document.body.append(session);
    await session.updateComplete;
    const before = session.session;

    session.getToken = () => 'token';
    await session.updateComplete;

    expect(typeof before).to.equal('undefined');
    expect(session.session!.$clan.get()).to.equal(undefined);
  });

  it('neither starts nor fails, nor asks anything, without a source of tokens', async () => {
    const api = new FakeApi();
    const session = sessionOn(api);
    Object.assign(session, {getToken: undefined});
    const errors = heard(session, 'liveops-error');
    session.append(boardWith());
    document.body.append(session);

    await session.updateComplete;

    expect([typeof session.session, session.error]).to.deep.equal(['undefined', undefined]);
    expect([errors.length, api.requests.length]).to.deep.equal([0, 0]);
  });

  it('takes no session from the page', async () => {
    const {session} = mount(new FakeApi().on(path(101), WOLVES));
    await session.updateComplete;
    const own = session.session;

    expect(() => Object.assign(session, {session: {}})).to.throw(TypeError);
    expect(session.session === own).to.equal(true);
  });

  it('takes no room of its own, and hides what is in it when it is hidden', async () => {
    const {session, board} = mount(new FakeApi().on(path(101), WOLVES));
    await names(board);
    const rects = session.getClientRects().length;

    session.hidden = true;

    expect([rects, board.getClientRects().length]).to.deep.equal([0, 0]);
  });

  it('asks under its api-base, with or without a slash at the end', async () => {
    const api = new FakeApi().on(path(101), WOLVES);
    const {board} = mount(api, {session: {'api-base': `${API}/`}});

    await names(board);

    expect(api.requests[0]!.url.split('?')[0]).to.equal(`${API}/v2/project/44056/user/clan/contributors/101/top`);
  });

  it('asks the vendor where no api-base is given', async () => {
    const api = new FakeApi().on(path(101), WOLVES);
    const {board} = mount(api, {session: {'api-base': null}});

    await names(board);

    expect(api.requests[0]!.url).to.match(/^https:\/\/store\.xsolla\.com\/api\/v2\/project\/44056\//);
  });

  it('sends no cookie and no address of the page', async () => {
    const api = new FakeApi().on(path(101), WOLVES);
    await names(mount(api).board);

    const {credentials, referrerPolicy, redirect} = api.requests[0]!;

    expect([credentials, referrerPolicy, redirect]).to.deep.equal(['omit', 'no-referrer', 'error']);
  });

  it('starts again, with the rows of the other project, when the project changes', async () => {
    const api = new FakeApi().on(path(101), WOLVES);
    const {session, board} = mount(api);
    await names(board);

    api.on(path(101).replace('44056', '7'), WOLVES.slice(0, 1));
    session.projectId = 7;

    expect(await names(board, ['winner'])).to.have.length(1);
  });

  it('marks another own row when the player’s name changes', async () => {
    const {session, board} = mount(new FakeApi().on(path(101), WOLVES));
    await names(board);

    session.setAttribute('player-name', 'MrJoe');
    await session.updateComplete;
    await names(board);

    expect(texts(board, 'own-row')[0]).to.contain('MrJoe');
  });
});
