import {expect} from 'chai';

import {localStorageTier} from '../../../src/storage/local-storage.js';

const always = (): boolean => true;

describe('localStorage as a store', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('is not durable, since a killed browser loses what it wrote last', () => {
    expect(localStorageTier.durable).to.be.false;
  });

  it('gives back what was put, by the beginning of its key, and forgets what is removed', async () => {
    localStorage.setItem('game', 'its own');
    await localStorageTier.put('liveops/a/1', 'one', always);
    await localStorageTier.put('liveops/a/2', 'two', always);
    await localStorageTier.put('liveops/b/1', 'other', always);

    expect([...(localStorageTier.all('liveops/a/', always) as readonly string[])].sort()).to.deep.equal(['one', 'two']);

    await localStorageTier.remove('liveops/a/1', always);
    expect(localStorageTier.all('liveops/a/', always)).to.deep.equal(['two']);
    expect(localStorage.getItem('game')).to.equal('its own');
  });
});
