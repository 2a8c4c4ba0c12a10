import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {readCode} from '../../../src/codes/code-input.js';

/** 1 to 128 letters and digits, as the vendor's codes are. */
const codes = fc.stringMatching(/^[a-zA-Z0-9]{1,128}$/);
/** What nobody sees at the ends of a pasted code, or in it. */
const invisible = fc.constantFrom('\u200b', '\ufeff', '\u00ad', '\u200e', '\u2060', '\ufe0f', '\u0000', '\u202a');
const outer = fc.array(fc.oneof(invisible, fc.constantFrom(' ', '\u00a0', '\u3000', '\n', '\t')), {maxLength: 4});
const grouping = fc.constantFrom(' ', '-', '\u2011', '\u2013', '\u2014', '\u2212', '\u00a0', ' - ');

const joined = (parts: readonly string[]): string => parts.join('');

describe('A code that a player types or pastes', () => {
  it('loses what is around it and what nobody sees, and keeps its case', () => {
    fc.assert(
      fc.property(codes, outer, outer, fc.array(invisible), (code, before, after, inside) => {
        const [first = '', ...rest] = code;
        const text = joined(before) + first + joined(inside) + joined(rest) + joined(after);
        assert.deepEqual(readCode(text), {status: 'code', code, others: 0});
      }),
    );
  });

  it('is offered without the white space and dashes in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/), {minLength: 2, maxLength: 6}),
        grouping,
        (parts, by) => {
          const typed = parts.join(by);
          assert.deepEqual(readCode(` ${typed}\n`), {status: 'grouped', code: joined(parts), typed, others: 0});
        },
      ),
    );
  });

  it('is the first of several, which are counted once each', () => {
    const separators = fc.constantFrom('\n', '\r\n', ', ', ';', '\t', ' | ', '\n\n,');
    fc.assert(
      fc.property(fc.array(codes, {minLength: 1, maxLength: 5}), separators, (all, by) => {
        const others = new Set(all).size - 1;
        assert.deepEqual(readCode(all.join(by)), {status: 'code', code: all[0], others});
      }),
    );
    assert.deepEqual(readCode('AB\nAB\nCD\nCD'), {status: 'code', code: 'AB', others: 1});
  });

  it('is refused with any other character, and beyond 128', () => {
    const strange = fc.constantFrom('!', '_', 'é', '№', '😀', '/', '%', '.', '“');
    fc.assert(
      fc.property(codes, strange, fc.nat(), (code, character, at) => {
        const place = at % (code.length + 1);
        const text = code.slice(0, place) + character + code.slice(place);
        assert.deepEqual(readCode(text), {status: 'refused', because: 'characters'});
      }),
    );
    assert.deepEqual(readCode('A'.repeat(129)), {status: 'refused', because: 'length'});
    assert.deepEqual(readCode('A'.repeat(128)), {status: 'code', code: 'A'.repeat(128), others: 0});
  });

  it('is missing where there is nothing to see', () => {
    for (const text of ['', '  ', '\n,\t;', '\u200b\ufeff']) assert.deepEqual(readCode(text), {status: 'empty'});
    assert.deepEqual(readCode(' - '), {status: 'refused', because: 'characters'});
  });
});
