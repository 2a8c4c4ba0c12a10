import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

/** A fenced piece of `docs/reference/sandbox.md`: what stands behind the fence, and what is inside. */
export type Block = {readonly kind: string; readonly text: string};

export const documentation = readFileSync(join(import.meta.dirname, '../../../../docs/reference/sandbox.md'), 'utf8');

export const blocks: readonly Block[] = [...documentation.matchAll(/^```(.+)\n([^]*?)^```$/gm)].map(
  ([, kind = '', text = '']) => ({kind, text}),
);

/** The only block of that kind. */
export function blockOf(kind: string): string {
  const found = blocks.filter(block => block.kind === kind);
  assert.equal(found.length, 1, kind);
  return found[0]?.text ?? '';
}

const ANYTHING = '…';

/** Asserts that `actual` is `expected`, where "…" is any value, the rest of a list, or the other fields of an object. */
export function assertLike(actual: unknown, expected: unknown, place = 'answer'): void {
  if (expected === ANYTHING) return;
  if (Array.isArray(expected)) assertListLike(actual, expected, place);
  else if (isRecord(expected)) assertRecordLike(actual, expected, place);
  else assert.deepEqual(actual, expected, place);
}

function assertListLike(actual: unknown, expected: readonly unknown[], place: string): void {
  assert.ok(Array.isArray(actual), `${place} is no list`);
  const isOpen = expected.at(-1) === ANYTHING;
  const items = isOpen ? expected.slice(0, -1) : expected;
  if (!isOpen) assert.equal(actual.length, expected.length, `length of ${place}`);
  items.forEach((item, index) => assertLike(actual[index], item, `${place}[${index}]`));
}

function assertRecordLike(actual: unknown, expected: Record<string, unknown>, place: string): void {
  assert.ok(isRecord(actual), `${place} is no object`);
  const {[ANYTHING]: rest, ...fields} = expected;
  if (rest === undefined) assert.deepEqual(Object.keys(actual).sort(), Object.keys(fields).sort(), place);
  for (const [name, value] of Object.entries(fields)) assertLike(actual[name], value, `${place}.${name}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
