import assert from 'node:assert/strict';
import {test} from 'node:test';

import {decode, encode, type JournalEntry, type SwitchRecord} from '../../../src/claims/record.js';
import {sumOf} from '../../../src/storage/checksum.js';
import {granted} from '../clan-switch/parts.js';

export const RECORD: SwitchRecord = {
  id: 'a',
  state: 'received',
  at: '2025-01-01T00:00:00.000Z',
  tries: 1,
  clan: 'wölfe 🐺',
  volatile: false,
  snapshot: [],
  rewards: [granted('box')],
  complete: true,
};
const ENTRY: JournalEntry = {seq: 3, record: RECORD};

/** A text as `encode` writes it, with a right sum, around other JSON. */
function sealed(value: unknown): string {
  const json = JSON.stringify(value);
  return `${sumOf(json)} ${json}`;
}

test('what is written is read again', () => {
  const entry = decode(encode(ENTRY, 'Rocket'), 'Rocket');

  assert.deepEqual([entry?.seq, entry?.record], [3, RECORD]);
});

test('a text that any single change has damaged is not read', () => {
  const text = encode(ENTRY, 'Rocket');

  for (let at = 0; at < text.length; at++) {
    assert.equal(decode(text.slice(0, at) + text.slice(at + 1), 'Rocket'), undefined, `without ${at}`);
    const other = text[at] === 'x' ? 'y' : 'x';
    assert.equal(decode(text.slice(0, at) + other + text.slice(at + 1), 'Rocket'), undefined, `other ${at}`);
    assert.equal(decode(text.slice(0, at), 'Rocket'), undefined, `cut at ${at}`);
  }
});

test('a text of another player is not read', () => {
  assert.equal(decode(encode(ENTRY, 'Rocket'), 'MrJoe'), undefined);
  assert.equal(decode(encode(ENTRY, ''), 'Rocket'), undefined);
});

test('a text of another version is not read', () => {
  const entry = {player: 'Rocket', ...ENTRY};

  assert.ok(decode(sealed({v: 1, ...entry}), 'Rocket'));
  for (const v of [0, 2, '1', null, undefined]) assert.equal(decode(sealed({v, ...entry}), 'Rocket'), undefined);
});

test('a text that is no record at all is not read, though its sum is right', () => {
  for (const value of [null, 5, 'text', []]) assert.equal(decode(sealed(value), 'Rocket'), undefined);
  for (const json of ['', '{', 'undefined']) assert.equal(decode(`${sumOf(json)} ${json}`, 'Rocket'), undefined);
  for (const text of ['', ' ', 'rubbish']) assert.equal(decode(text, 'Rocket'), undefined);
});

test('the sum is FNV-1a of 32 bit, in base 36', () => {
  assert.equal(sumOf(''), (0x811c9dc5).toString(36));
  assert.equal(sumOf('a'), (0xe40c292c).toString(36));
  assert.equal(sumOf('foobar'), (0xbf9cf968).toString(36));
});
