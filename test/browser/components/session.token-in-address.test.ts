import {expect} from 'chai';
import {FakeApi} from './fake-api.js';
import {boardWith, element} from './page.js';

describe('A token in the address of the page', () => {
  it('is not used, and the console says so once', async () => {
    const [original, warnings, api]: [typeof console.warn, string[], FakeApi] = [console.warn, [], new FakeApi()];
    console.warn = (text: string) => warnings.push(text);

    const {href} = location;
    for (const place of ['&token=secret-token', '#access_token=secret-token']) {
      history.replaceState(null, '', href + place);
      const session = element('liveops-session', {'project-id': '44056'});
      session.fetch = api.fetch;
      session.append(boardWith());
      document.body.append(session);
      await session.updateComplete;
      expect([typeof session.session, session.error]).to.deep.equal(['undefined', undefined]);
    }

    history.replaceState(null, '', href);
    console.warn = original;
    expect(api.requests).to.be.empty;
    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.match(/getToken/)
      .and.not.to.contain('secret-token');
  });
});
