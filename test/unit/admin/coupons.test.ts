import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CouponInput, PromoCodeInput} from '../../../src/admin/index.js';
import {Visitor} from '../sandbox/support/visitor.js';
import {assertRefused, assertRefusedHere, backEnd, collect} from './back-end.js';

const couponInput: CouponInput = {
  external_id: 'winter.Coupon-1',
  name: {'en-US': 'Winter coupon', 'de-DE': 'Wintergutschein'},
  promotion_periods: [
    {date_from: '2026-12-01T00:00:00+01:00', date_until: '2026-12-24T00:00:00+01:00'},
    {date_from: '2027-12-01T00:00:00+01:00', date_until: '2027-12-24T00:00:00+01:00'},
  ],
  bonus: [{sku: 'com.xsolla.potion_2', quantity: 3}],
  redeem_user_limit: 2,
  redeem_code_limit: 5,
  redeem_total_limit: null,
  attribute_conditions: [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}],
};

const promoCodeInput: PromoCodeInput = {
  ...couponInput,
  discount: {percent: '10.00'},
  discounted_items: [{sku: 'com.xsolla.potion_2', discount: {percent: '20.00'}}],
  price_conditions: [{operator: 'ge', value: '5.0000'}],
  item_price_conditions: [{operator: 'lt', value: '100'}],
  excluded_promotions: [12],
};

const id = couponInput.external_id;
const name = {'en-US': 'Plain'};

/** The two groups, whose calls are the same. */
const KINDS = [
  {group: 'coupons', input: couponInput, seeds: ['WELCOME', 'ONCE', 'OLD', 'KEYS', 'ELSEWHERE'], noun: /Coupon/},
  {group: 'promoCodes', input: promoCodeInput, seeds: ['WINTER10', 'GIFT'], noun: /Promocode/},
] as const;

for (const {group, input, seeds, noun} of KINDS)
  describe(`admin.${group}`, () => {
    const at = backEnd();
    // Both have every call that is tested here.
    const calls = () => at.admin[group] as typeof at.admin.promoCodes;

    it('creates one disabled, and reads it as it was sent', async () => {
      assert.deepEqual(await calls().create(input), {external_id: id});

      assert.deepEqual(await calls().get(id), {...input, is_enabled: false, total_limit_state: null});
    });

    it('has the vendor’s limits where none are sent, and no dates', async () => {
      await calls().create({external_id: 'plain', name});

      const plain = await calls().get('plain');
      assert.deepEqual(
        [plain.redeem_user_limit, plain.redeem_code_limit, plain.redeem_total_limit, plain.promotion_periods],
        [10, 10, 10, []],
      );
      assert.deepEqual(plain.total_limit_state, {available: 10, reserved: 0, used: 0});
    });

    it('activates and deactivates one, as often as one likes', async () => {
      await calls().create(input);

      for (const [flip, enabled] of [
        [calls().activate, true],
        [calls().activate, true],
        [calls().deactivate, false],
      ] as const) {
        await flip(id);
        assert.equal((await calls().get(id)).is_enabled, enabled);
      }
    });

    it('replaces everything with an update, except the codes', async () => {
      await calls().create(input);
      await calls().codes.add(id, 'KEPT');

      await calls().update(id, {name});

      const {bonus, promotion_periods, redeem_user_limit, attribute_conditions} = await calls().get(id);
      assert.deepEqual([bonus, promotion_periods, redeem_user_limit, attribute_conditions], [null, [], 10, undefined]);
      assert.deepEqual(await collect(calls().codes.list(id)), ['KEPT']);
    });

    it('keeps all but what a change changes', async () => {
      await calls().create(input);
      const before = await calls().get(id);
      const {external_id: _, ...fields} = input;

      await calls().change(id, current => {
        assert.deepEqual(current, fields);
        return {...current, redeem_user_limit: null};
      });

      assert.deepEqual(await calls().get(id), {...before, redeem_user_limit: null});
    });

    it('lists those of the seed and new ones, page by page, and says how far it is', async () => {
      for (const external_id of ['a', 'b']) await calls().create({...input, external_id});
      const progress: unknown[] = [];

      const rows = await collect(calls().list({pageSize: 3, onProgress: each => progress.push(each)}));

      const total = seeds.length + 2;
      assert.deepEqual(
        rows.map(({external_id}) => external_id),
        [...seeds, 'a', 'b'],
      );
      const last = {rows: total, total};
      assert.deepEqual(progress, total > 6 ? [{rows: 3, total}, {rows: 6, total}, last] : [{rows: 3, total}, last]);
    });

    it('refuses an id that is taken', async () => {
      await calls().create(input);

      await assertRefused(calls().create(input), 'invalid', 422, 1102);
    });

    it('adds a code once in the whole project', async () => {
      await calls().create(input);

      assert.deepEqual(await calls().codes.add(id, 'Winter2026'), {code: 'Winter2026'});

      await assertRefused(calls().codes.add(id, 'Winter2026'), 'invalid', 422, 9803);
      await assertRefused(at.admin.uniqueOffers.codes.add('SECRET', 'Winter2026'), 'invalid', 422, 9803);
      await assertRefused(calls().codes.add(id, 'WELCOME'), 'invalid', 422, 9803);
      await calls().codes.add(id, 'WINTER2026');
    });

    it('adds generated codes each time it is asked', async () => {
      await calls().create(input);

      await calls().codes.generate(id, 60);
      assert.deepEqual(await calls().codes.generate(id, 60), {count: 60});

      const codes = await collect(calls().codes.list(id));
      assert.equal(new Set(codes).size, 120);
      assert.ok(codes.every(code => /^[A-Z0-9]{1,128}$/.test(code)));
    });

    it('has the limits of all codes, and of some', async () => {
      await calls().create(input);
      for (const code of ['A', 'B', 'C']) await calls().codes.add(id, code);
      const per_code = {total: 5, available: 5, used: 0, reserved: 0};

      const all = await collect(calls().codes.limits(id, {pageSize: 2}));
      const some = await collect(calls().codes.limits(id, {codes: ['C', 'A', 'Z']}));

      assert.deepEqual(
        all,
        ['A', 'B', 'C'].map(code => ({code, per_code})),
      );
      assert.deepEqual(
        some.map(({code}) => code),
        ['A', 'C'],
      );
      await calls().change(id, current => ({...current, redeem_code_limit: null}));
      assert.deepEqual(await collect(calls().codes.limits(id)), []);
      for (const codes of [['a b'], [''], 'A' as never, [5 as never]])
        await assertRefusedHere(
          collect(calls().codes.limits(id, {codes})),
          Array.isArray(codes) ? 'codes[0]' : 'codes',
        );
    });

    it('finds what a code belongs to', async () => {
      await calls().create(input);
      await calls().codes.add(id, 'FINDME');

      const {attribute_conditions: _, ...shown} = await calls().get(id);
      const conditions = ['price_conditions', 'item_price_conditions', 'excluded_promotions'];
      assert.deepEqual(await calls().codes.find('FINDME'), {
        ...Object.fromEntries(Object.entries(shown).filter(([name]) => !conditions.includes(name))),
        // This call stayed in `/v2`, which has one start and one end.
        promotion_periods: [{date_from: '2026-12-01T00:00:00+01:00', date_until: '2027-12-24T00:00:00+01:00'}],
      });
      await assertRefused(calls().codes.find('findme'), 'not-found', 404, 9811);
      await assertRefused(calls().codes.find('SECRET'), 'not-found', 404, 9811);
      await assertRefusedHere(calls().codes.find('find-me'), 'code');
    });

    it('reads, sets, adds and removes the uses of a player', async () => {
      await calls().create(input);
      await Visitor.signIn(at.sandbox, 'Rocket');
      const limits = calls().userLimits;

      assert.deepEqual(await limits.get(id, 'Rocket'), {total: 2, available: 2});
      assert.deepEqual(await limits.set(id, 'Rocket', 0), {total: 2, available: 0});
      assert.deepEqual(await limits.add(id, 'Rocket', 2), {total: 2, available: 2});
      assert.deepEqual(await limits.remove(id, 'Rocket', 1), {total: 2, available: 1});
      assert.deepEqual(await limits.get(id, 'Rocket'), {total: 2, available: 1});

      await assertRefused(limits.add(id, 'Rocket', 2), 'invalid', 422, 4511);
      await assertRefused(limits.remove(id, 'Rocket', 2), 'invalid', 422, 4511);
      await assertRefused(limits.set(id, 'Rocket', 3), 'invalid', 422, 4511);
      await assertRefused(limits.get(id, 'nobody'), 'not-found', 404, 5008);
      await assertRefused(limits.get('other', 'Rocket'), 'not-found', 404, 9802);
      await calls().change(id, current => ({...current, redeem_user_limit: null}));
      await assertRefused(limits.get(id, 'Rocket'), 'invalid', 422, 4509);
    });

    it('checks limits of players before they are sent', async () => {
      const {get, add, set, remove} = calls().userLimits;

      for (const userId of ['', 'a b', 5 as never]) {
        await assertRefusedHere(get(id, userId), 'userId');
        for (const change of [add, set, remove]) await assertRefusedHere(change(id, userId, 1), 'userId');
      }
      for (const change of [add, remove])
        for (const uses of [0, -1, 1.5, '1' as never]) await assertRefusedHere(change(id, 'Rocket', uses), 'uses');
      for (const available of [-1, 1.5, '1' as never])
        await assertRefusedHere(set(id, 'Rocket', available), 'available');
      await assertRefusedHere(get('..', 'Rocket'), 'externalId');
      assert.deepEqual(await at.sandbox.readLog(), []);
    });

    it('has no trace of one that is deleted', async () => {
      await calls().create(input);
      await calls().codes.add(id, 'GONE');

      await calls().delete(id);

      for (const call of [
        () => calls().get(id),
        () => calls().update(id, {name}),
        () => calls().change(id, current => current),
        () => calls().delete(id),
        () => calls().activate(id),
        () => calls().deactivate(id),
        () => calls().codes.add(id, 'X'),
        () => calls().codes.generate(id, 1),
        () => collect(calls().codes.list(id)),
        () => collect(calls().codes.limits(id)),
      ]) {
        await assertRefused(call(), 'not-found', 404, 4001);
        await assert.rejects(call(), noun);
      }
      await assertRefused(calls().codes.find('GONE'), 'not-found', 404, 9811);
    });
  });
