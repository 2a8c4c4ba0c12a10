import {expect} from 'chai';
import {endsText, limitText} from '../../../components/offers/view.js';
import type {CatalogItem} from '../../../src/catalog/items.js';
import {UNKNOWN_TIME} from '../../../src/stores/server-clock.js';

const HOUR = 3_600_000;
const relativeTime = (at: number): string => `in ${Math.round((at - Date.now()) / HOUR)} h`;

/** An item whose limit and sale end at `at`, by the server's clock, which is `skewMs` ahead of the device's. */
function texts(at: number, skewMs: number | undefined): readonly string[] {
  const userLimit = {available: 0, total: 3, reset: {interval: 'weekly', at}};
  const item = {userLimit, periods: [{from: undefined, until: at}], promotions: []} as unknown as CatalogItem;
  const time = {...UNKNOWN_TIME, skewMs, device: Date.now()};
  return [limitText(item, time, {relativeTime, locale: 'en'}), endsText(item, time, relativeTime)];
}

describe('The times of offers on a device whose clock is wrong', () => {
  for (const skewMs of [0, 5 * HOUR, -5 * HOUR])
    it(`are the server's, ${skewMs / HOUR} hours ahead`, () => {
      expect(texts(Date.now() + skewMs + 2 * HOUR, skewMs)).to.deep.equal([
        'You have bought all you can. More in 2 h.',
        'Ends in 2 h',
      ]);
      expect(texts(Date.now() + skewMs - 2 * HOUR, skewMs)).to.deep.equal(['You have bought all you can.', '']);
    });

  it('are left out where nobody knows by how much it is wrong', () => {
    expect(texts(Date.now() + 2 * HOUR, undefined)).to.deep.equal(['You have bought all you can.', '']);
  });
});
