import {expect} from 'chai';
import {FakeApi} from './fake-api.js';
import {boardWith, element} from './page.js';

describe('A token in an attribute of <liveops-session>', () => {
  it('is not used, and the console says so once', async () => {
    const [original, warnings, api]: [typeof console.warn, string[], FakeApi] = [console.warn, [], new FakeApi()];
    console.warn = (text: string) => warnings.push(text);

    for (const name of ['token', 'access-token', 'jwt', 'gettoken']) {
      const session = element('liveops-session', {'project-id': '44056', [name]: 'secret-token'});
      session.fetch = api.fetch;
      session.append(boardWith());
      document.body.append(session);
      await session.updateComplete;
      expect([typeof session.session, session.error]).to.deep.equal(['undefined', undefined]);
    }

    console.warn = original;
    expect(api.requests).to.be.empty;
    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.match(/getToken/)
      .and.not.to.contain('secret-token');
  });
});
