import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {createQueue} from '../../../src/claims/queue.js';
import {later} from '../../support/deferred.js';

/** A task that notes when it starts and ends; the test lets it end. */
function task(name: string, notes: string[]) {
  const end = later<string>();
  const run = async (): Promise<string> => {
    notes.push(`${name} starts`);
    return end.promise.finally(() => notes.push(`${name} ends`));
  };
  return {run, end};
}

test('a task starts when the one before it has ended', async () => {
  const turns = createQueue();
  const notes: string[] = [];
  const [first, second] = [task('first', notes), task('second', notes)];

  const done = [turns(first.run), turns(second.run)];
  second.end.resolve('b');
  await setImmediate();
  assert.deepEqual(notes, ['first starts']);
  first.end.resolve('a');

  assert.deepEqual(await Promise.all(done), ['a', 'b']);
  assert.deepEqual(notes, ['first starts', 'first ends', 'second starts', 'second ends']);
});

test('tasks run in the order in which they came', async () => {
  const turns = createQueue();
  const ran: number[] = [];

  await Promise.all([1, 2, 3, 4].map(number => turns(async () => ran.push(number))));

  assert.deepEqual(ran, [1, 2, 3, 4]);
});

test('a task that fails tells its caller and does not block the line', async () => {
  const turns = createQueue();

  const failed = turns(() => Promise.reject(new Error('in vain')));
  const next = turns(async () => 'done');

  await assert.rejects(failed, /in vain/);
  assert.equal(await next, 'done');
});

test('a task that throws at once does not block the line either', async () => {
  const turns = createQueue();

  const failed = turns(() => {
    throw new Error('at once');
  });

  await assert.rejects(failed, /at once/);
  assert.equal(await turns(async () => 'done'), 'done');
});

test('two lines do not wait for each other', async () => {
  void createQueue()(() => new Promise(() => undefined));

  assert.equal(await createQueue()(async () => 'done'), 'done');
});
