import * as runner from 'node:test';

import {noteStart} from './thread-watch.mjs';

/*
 * Replaces `node:test` in test files (see `typescript-hooks.mjs`): the same, but each test and hook has a time limit,
 * so that one that waits forever fails by name and the next one runs. A limit on a suite would not help: it counts all
 * of its tests together.
 */
const LIMIT_MS = Number(process.env.TEST_LIMIT_MS ?? 60_000);

// Saved before any test mocks them: a mocked `clearTimeout` leaves a real timer running, which keeps the process alive
// until the limit.
const {setTimeout, clearTimeout} = globalThis;

export const {describe, suite, mock, run} = runner;
export const [test, it] = [limitedTest(runner.test), limitedTest(runner.it)];
export const [before, after] = [limitedHook(runner.before), limitedHook(runner.after)];
export const [beforeEach, afterEach] = [limitedHook(runner.beforeEach), limitedHook(runner.afterEach)];

/** Loads a test file. @throws {Error} with its name, if that takes longer than a test's time limit. */
export async function loadLimited(file, load) {
  const end = noteStart(file);
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${file} did not load within ${LIMIT_MS} ms.`)), LIMIT_MS);
  });
  await Promise.race([load(), late]).finally(() => {
    clearTimeout(timer);
    end();
  });
}

/** The arguments of a test are `name`, `options` and `run`; each may be left out. */
function limitedTest(original) {
  const limited = (...args) => {
    const options = args.find(each => typeof each === 'object' && each !== null);
    const rest = args.filter(each => each !== options);
    const at = rest.findIndex(each => typeof each === 'function');
    const limitMs = options?.timeout ?? LIMIT_MS;
    const before = at < 0 ? rest : rest.slice(0, at);
    return original(...before, {...options, timeout: limitMs}, ...(at < 0 ? [] : [watched(rest[at], limitMs)]));
  };
  return Object.assign(limited, original);
}

function limitedHook(original) {
  return (hook, options) => {
    const limitMs = options?.timeout ?? LIMIT_MS;
    return original(watched(hook, limitMs), {...options, timeout: limitMs});
  };
}

/** Node's own limit does not keep the process alive, so waiting forever would end the whole file. */
function watched(task, limitMs) {
  const name = task.name || 'a hook';
  return async (context, ...rest) => {
    const end = noteStart(context?.fullName ?? context?.name ?? name);
    const alive = setTimeout(end, limitMs + 500);
    try {
      return await task(context, ...rest);
    } finally {
      clearTimeout(alive);
      end();
    }
  };
}
