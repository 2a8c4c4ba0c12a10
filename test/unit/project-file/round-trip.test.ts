import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {planProject, pullProject, ProjectError, toProjectFile} from '../../../src/admin/project-file/index.js';
import {backEnd, PROJECT as SEEDED} from '../admin/back-end.js';
import {apply, contentOf, EmptyProject, planOf, project, withCompany} from './projects.js';

const ALL = [
  ...['create value_points honour', 'create reward_chains siege', 'create daily_chains rations'],
  ...['create offer_chains supplies', 'create bonuses gift', 'create discounts sale'],
  ...['create coupons winter', 'create promo_codes ten', 'create unique_offers hidden', 'create rules axes'],
  ...['create upsell fixed_list', 'create coupon_campaigns FROST', 'create promotions christmas'],
];

describe('A project as a file', () => {
  const seeded = backEnd();
  const empty = new EmptyProject();
  const {admin} = empty;
  beforeEach(async () => await empty.reset());

  it('is created in an order that works, and is then as the file says', async () => {
    assert.deepEqual(await planOf(admin, project), ALL);

    const {steps, ids} = await apply(admin, project);

    const made = steps.map(({action, group, name}) => `${action} ${group} ${name}`);
    // Two promotions that exclude each other: the first one is told once the second one exists.
    assert.deepEqual(made, [...ALL, 'update bonuses gift']);
    assert.deepEqual(await planOf(admin, project, ids, true), []);
    assert.deepEqual((await apply(admin, project, {ids})).steps, []);
  });

  it('is found again without the lock file, by names', async () => {
    await apply(admin, project);

    assert.deepEqual(await planOf(admin, project), []);
  });

  it('is the same file after pull, apply on an empty sandbox and pull', async () => {
    const pulled = await pullProject(withCompany(seeded.admin, SEEDED), {});
    const file = toProjectFile(JSON.parse(JSON.stringify(pulled.file)));

    await apply(admin, file, {prune: true});

    assert.deepEqual(await contentOf(admin), pulled.file);
    assert.deepEqual(await planOf(admin, file), []);
  });

  it('is the same file after pull, apply and pull for one of every group', async () => {
    const {ids} = await apply(admin, project);
    const file = await contentOf(admin, ids);
    await empty.reset();

    const next = await apply(admin, toProjectFile(JSON.parse(JSON.stringify(file))));

    assert.deepEqual(await contentOf(admin, next.ids), file);
    assert.deepEqual(file.bonuses?.[0]?.['excluded_promotions'], ['sale']);
    assert.deepEqual(file.discounts?.[0]?.['excluded_promotions'], ['gift', 12]);
  });

  it('leaves promotions and campaigns of other projects alone', async () => {
    await apply(admin, project);
    const elsewhere = withCompany(admin, 8);

    const {file} = await pullProject(elsewhere, {});

    assert.deepEqual([file.promotions, file.coupon_campaigns], [[], []]);
    assert.deepEqual(await planOf(elsewhere, {promotions: [], coupon_campaigns: []}, {}, true), []);
  });

  it('deletes only when asked to, and only in groups of the file', async () => {
    const {ids} = await apply(admin, project);
    const file = {coupons: [], reward_chains: [], value_points: []};

    assert.deepEqual(await planOf(admin, file, ids), []);
    assert.deepEqual((await planProject({admin, file, ids, prune: false})).unnamed.length, 3);
    const {steps} = await apply(admin, file, {ids, prune: true});

    assert.deepEqual(
      steps.map(({action, group}) => [action, group]),
      [
        ['delete', 'coupons'],
        ['delete', 'reward_chains'],
        ['delete', 'value_points'],
      ],
    );
    assert.deepEqual(
      Object.entries(await contentOf(admin)).flatMap(([group, rows]) =>
        Array.isArray(rows) ? [[group, rows.length]] : [],
      ),
      [
        ...[
          ['value_points', 0],
          ['reward_chains', 0],
          ['daily_chains', 1],
          ['offer_chains', 1],
          ['bonuses', 1],
          ['discounts', 1],
          ['coupons', 0],
        ],
        ...[
          ['promo_codes', 1],
          ['unique_offers', 1],
          ['rules', 1],
          ['coupon_campaigns', 1],
          ['promotions', 1],
        ],
      ],
    );
  });

  it('renames a record by its key, and refuses what cannot change', async () => {
    const {ids} = await apply(admin, project);
    const [rule] = project.rules ?? [];

    await apply(admin, {rules: [{...rule, name: 'Axes for all'}]}, {ids});
    assert.deepEqual(
      (await contentOf(admin)).rules?.map(({name}) => name),
      ['Axes for all'],
    );

    const [point] = project.value_points ?? [];
    await assert.rejects(planOf(admin, {value_points: [{...point, is_clan: false}]}), {
      name: 'ProjectError',
      message: '`value_points`: `is_clan` of `honour` cannot be changed. Create a new one.',
    });
    const [campaign] = project.coupon_campaigns ?? [];
    await assert.rejects(planOf(admin, {coupon_campaigns: [{...campaign, redeems_count: 2}]}), {
      name: 'ProjectError',
      message: '`coupon_campaigns`: `redeems_count` of `FROST` cannot be changed. Create a new one.',
    });
  });

  it('refuses to guess between records of one name', async () => {
    const {ids} = await apply(admin, project);
    await admin.personalization.create({
      name: 'Axes for orcs',
      is_enabled: false,
      attribute_conditions: [{attribute: 'x', type: 'string', operator: 'eq', value: 'x'}],
      items: [{sku: 'box'}],
    });

    assert.deepEqual(await planOf(admin, project, ids), []);
    await assert.rejects(planOf(admin, project), ProjectError);
  });
});
