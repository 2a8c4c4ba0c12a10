import {expect} from 'chai';
import {LiveOpsError} from '../../../src/errors.js';
import {isSameData, looksSame} from '../../../src/ui/same-data.js';

const error = new LiveOpsError('network', 'No network.');
const at = 1_000;

describe('Data that says the same', () => {
  for (const [one, other] of [
    [1, 1],
    [NaN, NaN],
    [null, null],
    [undefined, undefined],
    [[], []],
    [{a: [1, {b: 'x'}]}, {a: [1, {b: 'x'}]}],
    [{en: 'x'}, Object.assign(Object.create(null), {en: 'x'})],
    [error, error],
  ])
    it(`is ${JSON.stringify(one)} twice`, () => expect(isSameData(one, other)).to.equal(true));

  for (const [one, other] of [
    [1, '1'],
    [null, undefined],
    [0, null],
    [[], {}],
    [[1], [1, 2]],
    [[1, 2], [1]],
    [{}, {a: undefined}],
    [{a: undefined}, {b: undefined}],
    [{a: [1, {b: 'x'}]}, {a: [1, {b: 'y'}]}],
    [error, new LiveOpsError('network', 'No network.')],
  ])
    it(`is not ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () =>
      expect([isSameData(one, other), isSameData(other, one)]).to.deep.equal([false, false]));

  it('looks the same whenever it came, while it is current', () => {
    const current = {status: 'ready', value: [1] as number[], at, stale: false} as const;

    expect(looksSame(current, {...current, value: [1], at: at + 1})).to.equal(true);
    expect(looksSame(current, {...current, value: [2]})).to.equal(false);
    expect(looksSame(current, {...current, ended: true})).to.equal(false);
    expect(looksSame(current, {...current, stale: true, error})).to.equal(false);
    expect(looksSame(current, {status: 'loading'})).to.equal(false);
  });

  it('looks older where it is shown how old it is', () => {
    const old = {status: 'ready', value: [1], at, stale: true, error} as const;

    expect(looksSame(old, {...old})).to.equal(true);
    expect(looksSame(old, {...old, at: at + 1})).to.equal(false);
  });
});
