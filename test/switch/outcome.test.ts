import assert from 'node:assert/strict';
import {test} from 'node:test';

import {readClanUpdate} from '../../src/api/clan-update.js';
import {LiveOpsError} from '../../src/errors.js';
import type {Reward} from '../../src/model.js';
import {type Reading, type SwitchResult, toResult} from '../../src/switch/outcome.js';
import {takeSnapshot} from '../../src/switch/snapshot.js';
import {lists} from './switch-over.js';
import {chain, granted, reward, step} from './parts.js';

/** Holds a reading against a chain where these rewards could be claimed. */
function resultOf(reading: Reading, ...expected: Reward[]): SwitchResult {
  return toResult(reading, takeSnapshot([chain(101, 500, step(1, 500, expected))]));
}

/** Class, whether complete, and the rewards with their sources. */
function summary(result: SwitchResult): readonly unknown[] {
  assert.ok(result.class !== 'refused');
  return [result.class, result.complete, ...result.rewards.map(({sku, source}) => `${sku}: ${source}`)];
}

test('an answer that lists all that was expected is applied', () => {
  assert.deepEqual(summary(resultOf(lists(granted('box')), reward('box'))), ['applied', true, 'box: answer']);
});

test('an answer that lists more than was expected is applied, with all of it', () => {
  const reading = lists(granted('gem'), granted('box'));

  assert.deepEqual(summary(resultOf(reading, reward('box'))), ['applied', true, 'gem: answer', 'box: answer']);
});

test('an empty answer where nothing was expected is applied and complete', () => {
  assert.deepEqual(summary(resultOf(lists())), ['applied', true]);
});

test('an empty answer where something was expected is suspect, with what was expected', () => {
  assert.deepEqual(summary(resultOf(lists(), reward('box'))), ['suspect', false, 'box: expected']);
});

test('an answer that is short is suspect: what came, then what is missing', () => {
  const reading = lists(granted('gem'));

  const result = resultOf(reading, reward('box'), reward('gem'), reward('gem'));

  assert.deepEqual(summary(result), ['suspect', false, 'gem: answer', 'box: expected', 'gem: expected']);
});

test('an unknown answer leaves everything as expected', () => {
  const result = resultOf({kind: 'unknown'}, reward('box'), reward('gem'));

  assert.deepEqual(summary(result), ['unknown', false, 'box: expected', 'gem: expected']);
});

test('an unknown answer is incomplete also where nothing was expected', () => {
  assert.deepEqual(summary(resultOf({kind: 'unknown'})), ['unknown', false]);
});

test('a refusal keeps its reason and promises nothing', () => {
  const error = new LiveOpsError('forbidden', 'No.', {status: 403});

  assert.deepEqual(resultOf({kind: 'refused', error}, reward('box')), {class: 'refused', error});
});

test('a malformed row is kept, and the answer is incomplete although nothing is missing', () => {
  const text = JSON.stringify({reward: [{sku: 'box', name: 'Super box'}, 'rubbish']});
  const reading = readClanUpdate({status: 200, headers: new Headers(), text});

  assert.deepEqual(summary(resultOf(reading, reward('box'))), ['applied', false, 'box: answer', ': answer']);
});

test('a malformed row covers nothing that was expected', () => {
  const reading = readClanUpdate({status: 200, headers: new Headers(), text: '{"reward": [{"quantity": 1}]}'});

  assert.deepEqual(summary(resultOf(reading, reward('box'))), ['suspect', false, ': answer', 'box: expected']);
});
