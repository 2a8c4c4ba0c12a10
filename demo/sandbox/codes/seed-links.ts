import {assertUnique, SeedError} from '../seed/checks.js';
import type {CodesSeed} from './seed.js';

/**
 * Whether what a seed says of codes fits together.
 *
 * @throws SeedError with the place of the first part that does not.
 */
export function assertCodeLinks({codes, code_uses}: CodesSeed): void {
  assertUnique('codes', 'code', codes);
  codes.forEach(({units}, index) => assertUnique(`codes[${index}].units`, 'sku', units));
  code_uses.forEach(({code}, index) => {
    if (codes.some(known => known.code === code)) return;
    throw new SeedError(`code_uses[${index}].code`, 'must be one of the codes');
  });
}
