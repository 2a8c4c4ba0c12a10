import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {areMet, type Condition} from '../../../../demo/sandbox/players/attribute-conditions.js';

/*
 * The oracle says by a table what an operator means between a value below, at and above another, and compares without
 * arithmetic: texts by their code units, dates as UTC text, numbers digit by digit.
 */

type Order = 'below' | 'same' | 'above';

const TABLE: Record<Condition['operator'], readonly Order[]> = {
  eq: ['same'],
  ne: ['below', 'above'],
  er: ['below'],
  ee: ['below', 'same'],
  lt: ['above'],
  le: ['same', 'above'],
};

const OPERATORS = Object.keys(TABLE) as Condition['operator'][];

const orderOf = (one: string, other: string): Order => (one === other ? 'same' : one < other ? 'below' : 'above');

/** A day and an hour in some offset, with the same moment as UTC text, which sorts like time. */
const date = fc
  .record({
    days: fc.integer({min: 0, max: 5}),
    hours: fc.integer({min: 0, max: 23}),
    offset: fc.integer({min: -12, max: 14}),
  })
  .map(({days, hours, offset}) => {
    const pad = (number: number): string => String(Math.abs(number)).padStart(2, '0');
    const local = new Date(Date.UTC(2026, 1, 26 + days, hours));
    const text = `${local.toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${pad(offset)}:00`;
    const utc = new Date(Date.UTC(2026, 1, 26 + days, hours - offset)).toISOString();
    return {text, key: utc};
  });

/** A whole number up to 999, written in some way, with a text that sorts like it. */
const number = fc
  .record({whole: fc.integer({min: -99, max: 99}), tail: fc.constantFrom('', '.0', '.00')})
  .map(({whole, tail}) => ({
    text: `${whole}${tail}`,
    key: String(whole + 1000).padStart(6, '0'),
  }));

const text = fc.constantFrom('', 'a', 'A', 'b', 'ork', 'Ork', 'ork ').map(word => ({text: word, key: word}));

type Operand = {text: string; key: string};
type Trial = {
  type: Condition['type'];
  value: Operand;
  attribute: Operand | undefined;
  operator: Condition['operator'];
  can_be_missing: boolean | undefined;
};

const trialOf = (type: Condition['type'], operand: fc.Arbitrary<Operand>): fc.Arbitrary<Trial> =>
  fc.record({
    type: fc.constant(type),
    value: operand,
    attribute: fc.option(operand, {nil: undefined}),
    operator: fc.constantFrom(...(type === 'string' ? (['eq', 'ne'] as const) : OPERATORS)),
    can_be_missing: fc.constantFrom(true, false, undefined),
  });

const trial = fc.oneof(trialOf('date', date), trialOf('number', number), trialOf('string', text));

function expected({value, attribute, operator, can_be_missing}: Trial): boolean {
  if (!attribute) return can_be_missing === true;
  return TABLE[operator].includes(orderOf(attribute.key, value.key));
}

function toCondition({type, operator, value, can_be_missing}: Trial, index: number): Condition {
  return {
    attribute: `a${index}`,
    type,
    operator,
    value: value.text,
    ...(can_be_missing !== undefined && {can_be_missing}),
  };
}

test('conditions are met exactly when the oracle says that all are', () => {
  const seen = new Set<string>();

  fc.assert(
    fc.property(fc.array(trial, {maxLength: 4}), trials => {
      const attributes = trials.flatMap(({attribute}, index) =>
        attribute ? [[`a${index}`, attribute.text] as const] : [],
      );

      const isMet = areMet(trials.map(toCondition), new Map(attributes));

      assert.equal(isMet, trials.every(expected));
      for (const each of trials) seen.add(`${each.type} ${each.operator} ${expected(each)}`);
    }),
    {numRuns: 3000},
  );
  // Every operator of every type, met and not met.
  assert.equal(seen.size, 2 * (2 + 6 + 6));
});

test('lt and le are later, er and ee earlier', () => {
  const born = (operator: Condition['operator'], value: string): boolean =>
    areMet([{attribute: 'born', type: 'date', operator, value}], new Map([['born', '2000-06-15']]));

  assert.deepEqual(
    (['er', 'ee', 'eq', 'le', 'lt'] as const).map(operator => [
      born(operator, '2000-06-14'),
      born(operator, '2000-06-16'),
    ]),
    [
      [false, true],
      [false, true],
      [false, false],
      [true, false],
      [true, false],
    ],
  );
});

test('an attribute of another type meets no condition, whatever the operator', () => {
  for (const type of ['date', 'number'] as const)
    for (const operator of OPERATORS)
      for (const value of ['', ' ', 'soon', type === 'date' ? '5' : '0x10', '2026-06-01T00:00:00', 'Infinity'])
        assert.equal(
          areMet(
            [{attribute: 'x', type, operator, value: type === 'date' ? '2026-01-01' : '1'}],
            new Map([['x', value]]),
          ),
          false,
        );
});

test('no conditions are met by everybody', () => {
  assert.equal(areMet(undefined, new Map()), true);
});
