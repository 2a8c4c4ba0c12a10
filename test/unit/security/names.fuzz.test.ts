import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspect} from 'node:util';

import {cleanName} from '../../../src/text/names.js';
import {Chance, seedOf} from './chance.js';
import {hostileName} from './hostile-names.js';

const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 10_000);

const FORBIDDEN = new Set(
  [
    [0x00, 0x1f],
    [0x7f, 0x9f],
    [0xad, 0xad],
    [0x61c, 0x61c],
    [0x115f, 0x1160],
    [0x200b, 0x200b],
    [0x200e, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x206f],
    [0x2800, 0x2800],
    [0x3164, 0x3164],
    [0xfeff, 0xfeff],
    [0xffa0, 0xffa0],
    [0xfff9, 0xfffb],
  ].flatMap(([from, to]) => Array.from({length: to! - from! + 1}, (_, index) => from! + index)),
);

const isMark = (point: string): boolean => /^\p{M}$/u.test(point);
const isJoiner = (point: string): boolean => point === '\u200c' || point === '\u200d';

/** A letter's marks and joiners; after the fourth mark nothing of the pile stays, joiners included. */
function pileOf(run: readonly string[]): string {
  let marks = 0;
  const fourth = run.findIndex(point => isMark(point) && ++marks === 4);
  return (fourth < 0 ? run : run.slice(0, fourth + 1)).join('');
}

/** The same rules, one character after the other and without a clever pattern. */
function slowly(raw: string): string {
  const whole = [...raw.slice(0, 256)].map(point => (/^\p{Cs}$/u.test(point) ? '\ufffd' : point)).join('');
  const points = [...whole.normalize('NFC')];
  let kept = '';
  let run: string[] = [];
  const flush = (): void => {
    kept += pileOf(run);
    run = [];
  };
  for (const point of points) {
    if (FORBIDDEN.has(point.codePointAt(0)!)) continue;
    if (isMark(point) || isJoiner(point)) run.push(point);
    else {
      flush();
      kept += point;
    }
  }
  flush();
  const clean = kept.trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(clean) ? [...clean].slice(0, 64).join('') : '';
}

test(`${RUNS} hostile names are made safe, each as a slow reading of the rules makes it`, () => {
  const seed = seedOf();
  const chance = new Chance(seed);
  const before = Reflect.ownKeys(Object.prototype).length;
  for (let run = 0; run < RUNS; run++) {
    const raw = hostileName(chance);
    const clean = cleanName(raw);
    const told = `seed ${seed}, run ${run}: ${inspect(raw)}`;
    assert.ok([...clean].length <= 64, told);
    for (const point of clean) assert.ok(!FORBIDDEN.has(point.codePointAt(0)!), told);
    assert.doesNotMatch(clean, /\p{Cs}|(?:\p{M}[\u200c\u200d]*){5}/u, told);
    assert.equal(clean, slowly(raw), told);
  }
  assert.equal(Reflect.ownKeys(Object.prototype).length, before);
});
