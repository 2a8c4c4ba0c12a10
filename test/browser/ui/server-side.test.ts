import {expect} from 'chai';
import {createAdmin} from '../../../src/admin/index.js';
import {isLiveOpsError} from '../../../src/errors.js';

describe('The server side in a browser', () => {
  it('refuses to run, and says why', () => {
    let error: unknown;
    try {
      createAdmin({projectId: 44056, apiKey: 'canary'});
    } catch (caught) {
      error = caught;
    }

    expect(isLiveOpsError(error) && error.code).to.equal('config');
    expect(String(error)).to.include('must not run in a browser').and.not.include('canary');
  });

  it('throws on import under the browser’s condition', async () => {
    const error: unknown = await import('../../../src/admin/browser.js').then(
      () => undefined,
      (reason: unknown) => reason,
    );

    expect(String(error)).to.include('must not be loaded in a browser');
  });
});
