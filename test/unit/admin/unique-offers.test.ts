import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {UniqueOfferInput} from '../../../src/admin/index.js';
import {assertRefused, backEnd, collect} from './back-end.js';

const offer: UniqueOfferInput = {
  external_id: 'new_year.Offer-1',
  name: {'en-US': 'New Year offer', 'de-DE': 'Neujahrsangebot'},
  promotion_periods: [
    {date_from: '2026-12-31T18:00:00+01:00', date_until: '2027-01-06T18:00:00+01:00'},
    {date_from: '2027-12-31T18:00:00+01:00', date_until: '2028-01-06T18:00:00+01:00'},
  ],
  items: ['elven_sword', 'elven_boots'],
  redeem_total_limit: 100,
  redeem_user_limit: 1,
  redeem_code_limit: null,
};
const id = offer.external_id;

describe('Unique catalog offers', () => {
  const at = backEnd();

  it('are created switched off, and read as they were sent', async () => {
    assert.deepEqual(await at.admin.uniqueOffers.create(offer), {external_id: id});

    const total_limit_state = {available: 100, reserved: 0, used: 0};
    assert.deepEqual(await at.admin.uniqueOffers.get(id), {...offer, is_enabled: false, total_limit_state});
  });

  it('have the vendor’s limits where none are sent', async () => {
    await at.admin.uniqueOffers.create({external_id: 'plain', name: {'en-US': 'Plain'}});

    const {redeem_user_limit, redeem_code_limit, redeem_total_limit} = await at.admin.uniqueOffers.get('plain');
    assert.deepEqual([redeem_user_limit, redeem_code_limit, redeem_total_limit], [10, 10, 10]);
  });

  it('are activated and deactivated', async () => {
    await at.admin.uniqueOffers.create(offer);

    await at.admin.uniqueOffers.activate(id);
    assert.equal((await at.admin.uniqueOffers.get(id)).is_enabled, true);
    await at.admin.uniqueOffers.deactivate(id);
    assert.equal((await at.admin.uniqueOffers.get(id)).is_enabled, false);
  });

  it('are replaced as a whole by an update', async () => {
    await at.admin.uniqueOffers.create(offer);

    await at.admin.uniqueOffers.update(id, {name: {'en-US': 'Other'}});

    const {name, items, promotion_periods} = await at.admin.uniqueOffers.get(id);
    assert.deepEqual([name, items, promotion_periods], [{'en-US': 'Other'}, [], []]);
  });

  it('keep all but what a change changes, codes included', async () => {
    await at.admin.uniqueOffers.create(offer);
    await at.admin.uniqueOffers.codes.add(id, 'WINTER2026');
    const before = await at.admin.uniqueOffers.get(id);

    await at.admin.uniqueOffers.change(id, async current => ({
      ...current,
      items: [...(current.items ?? []), 'shield'],
    }));

    const items = ['elven_sword', 'elven_boots', 'shield'];
    assert.deepEqual(await at.admin.uniqueOffers.get(id), {...before, items});
    assert.deepEqual(await collect(at.admin.uniqueOffers.codes.list(id)), ['WINTER2026']);
  });

  it('are listed page by page', async () => {
    for (const external_id of ['a', 'b', 'c']) await at.admin.uniqueOffers.create({...offer, external_id});

    const rows = await collect(at.admin.uniqueOffers.list({pageSize: 2}));

    assert.deepEqual(
      rows.map(({external_id}) => external_id),
      ['SECRET', 'a', 'b', 'c'],
    );
  });

  it('take a code once', async () => {
    await at.admin.uniqueOffers.create(offer);

    assert.deepEqual(await at.admin.uniqueOffers.codes.add(id, 'Winter2026'), {code: 'Winter2026'});

    await assertRefused(at.admin.uniqueOffers.codes.add(id, 'Winter2026'), 'invalid', 422, 9803);
    await at.admin.uniqueOffers.codes.add(id, 'WINTER2026');
  });

  it('make codes of their own, which are listed over many pages', async () => {
    await at.admin.uniqueOffers.create(offer);

    assert.deepEqual(await at.admin.uniqueOffers.codes.generate(id, 120), {count: 120});

    const codes = await collect(at.admin.uniqueOffers.codes.list(id));
    assert.equal(new Set(codes).size, 120);
    assert.ok(codes.every(code => /^[A-Z0-9]{1,128}$/.test(code)));
  });

  it('are refused under an id that is taken', async () => {
    await at.admin.uniqueOffers.create(offer);

    await assertRefused(at.admin.uniqueOffers.create(offer), 'invalid', 422, 1102);
  });

  it('are gone once deleted', async () => {
    const {uniqueOffers} = at.admin;
    await uniqueOffers.create(offer);

    await uniqueOffers.delete(id);

    for (const call of [
      () => uniqueOffers.get(id),
      () => uniqueOffers.update(id, {name: offer.name}),
      () => uniqueOffers.change(id, current => current),
      () => uniqueOffers.delete(id),
      () => uniqueOffers.activate(id),
      () => uniqueOffers.deactivate(id),
      () => uniqueOffers.codes.add(id, 'X'),
      () => uniqueOffers.codes.generate(id, 1),
      () => collect(uniqueOffers.codes.list(id)),
    ])
      await assertRefused(call(), 'not-found', 404, 4001);
  });
});
