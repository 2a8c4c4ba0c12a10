import assert from 'node:assert/strict';
import {test} from 'node:test';

import {parseJson, toJson} from '../../../src/http/parse.js';

test('text that is not JSON is a bad answer that does not repeat it', () => {
  for (const text of ['', '<h1>secret</h1>', '{"secret":', '[1] secret', '\u0000']) {
    assert.throws(() => parseJson(text), {code: 'bad-answer', message: 'The answer is unreadable.'});
  }
});

test('JSON that is nested a million times throws nothing but a bad answer', () => {
  try {
    parseJson('['.repeat(1_000_000) + ']'.repeat(1_000_000));
  } catch (error) {
    assert.equal((error as {code?: string}).code, 'bad-answer');
  }
});

function typed(type: string | undefined) {
  return {headers: new Headers(type === undefined ? {} : {'content-type': type}), text: '[1]'};
}

test('JSON is read under its media types', () => {
  const types = ['application/json', 'Application/JSON; charset=utf-8', 'application/problem+json'];

  for (const type of types) assert.deepEqual(toJson(typed(type)), [1], type);
});

test('JSON under another media type, or under none, is a bad answer', () => {
  const types = ['text/html', 'text/plain', 'text/json', 'application/jsonp', 'x-application/json', '', undefined];

  for (const type of types) assert.throws(() => toJson(typed(type)), {code: 'bad-answer'}, type);
});
