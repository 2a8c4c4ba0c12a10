import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';

import {ESLint, Linter} from 'eslint';
import tseslint from 'typescript-eslint';

const MESSAGE = /^Money is text/;

/** What the project's own settings say of code in a file. */
const linter = new Linter();
let settings: Record<string, Linter.Config>;

async function settingsOf(file: string): Promise<Linter.Config> {
  const {rules} = (await new ESLint().calculateConfigForFile(file)) as Linter.Config;
  const rule = rules?.['no-restricted-syntax'];
  assert.ok(rule, file);
  return {languageOptions: {parser: tseslint.parser as Linter.Parser}, rules: {'no-restricted-syntax': rule}};
}

const complaints = (code: string, file = 'src/catalog/rules.ts'): readonly string[] =>
  linter.verify(code, settings[file] as Linter.Config).map(({message}) => message);

describe('Money in the sources', () => {
  before(async () => {
    settings = {};
    for (const file of ['src/catalog/rules.ts', 'components/offers/view.ts', 'demo/sandbox/promotions/prices.ts'])
      settings[file] = await settingsOf(file);
  });

  for (const code of [
    'Number(amount)',
    'Number(price.amount)',
    'Number(price?.amount ?? 0)',
    'parseFloat(item.price!.amount) * 2',
    'Number.parseFloat(price.withoutDiscount)',
    'parseInt(discount.percent, 10)',
    'Math.round(price.amount as unknown as number)',
    'BigInt(cost.units)',
    '+price.amount',
    '-percent',
    '1 - +(price?.amount ?? 0)',
    'Math.max(...prices.map(price => +price.amount))',
  ])
    it(`is never made a number, by lint: ${code}`, () => {
      for (const file of ['src/catalog/rules.ts', 'components/offers/view.ts'])
        assert.ok(
          complaints(`void (${code});`, file).some(message => MESSAGE.test(message)),
          file,
        );
    });

  for (const code of ['formatMoney(price, locale)', 'Number(limit.total)', 'price.amount', 'one.units < other.units'])
    it(`is shown, and other numbers are read: ${code}`, () => {
      assert.deepEqual(complaints(`void (${code});`), []);
    });

  it('is counted in the sandbox, which has to make prices', () => {
    assert.deepEqual(complaints('void Number(amount);', 'demo/sandbox/promotions/prices.ts'), []);
  });
});
