import {toInput} from '../../upsell/answers.js';
import {upsellInput} from '../../upsell/checks.js';
import type {UpsellInput} from '../../upsell/configuration.js';
import {findingsIn} from '../../input/check.js';
import {isSame} from '../canonical.js';
import type {Group} from '../rows.js';

/** The upsell, of which a project has one or none. No call deletes it. */
export const upsell: Group = {
  name: 'upsell',
  identity: 'none',
  title: 'name',
  assigned: [],
  fixed: [],
  check: row => findingsIn(upsellInput, row),
  async *list({upsell: calls}) {
    const current = await calls.get();
    if (!current) return;
    const {items = [], ...fields} = toInput(current);
    yield {id: 'upsell', row: {...fields, ...(items.length && {items})}};
  },
  async create({upsell: calls}, row) {
    await calls.create(row as UpsellInput);
    return 'upsell';
  },
  afterCreation: row => row,
  async change({upsell: calls}, {row: before}, row) {
    if (!isSame(before, row)) await calls.change(() => row as UpsellInput);
  },
};
