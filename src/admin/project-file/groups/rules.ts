import {toInput} from '../../personalization/answers.js';
import {ruleInput} from '../../personalization/checks.js';
import type {CatalogRuleInput} from '../../personalization/rule.js';
import {findingsIn} from '../../input/check.js';
import {isSame} from '../canonical.js';
import type {Group} from '../rows.js';

/** The rules of the personalised catalog. */
export const rules: Group = {
  name: 'rules',
  identity: 'key',
  title: 'name',
  assigned: [],
  fixed: [],
  check: row => findingsIn(ruleInput, row),
  async *list({personalization: calls}) {
    for await (const rule of calls.list()) yield {id: rule.rule_id, row: toInput(rule)};
  },
  async create({personalization: calls}, row) {
    return (await calls.create(row as CatalogRuleInput)).rule_id;
  },
  afterCreation: row => row,
  async change({personalization: calls}, {id, row: before}, row) {
    if (!isSame(before, row)) await calls.change(Number(id), () => row as CatalogRuleInput);
  },
  remove: async ({personalization: calls}, id) => await calls.delete(id),
};
