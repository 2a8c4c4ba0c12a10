import {after, before, describe, it} from 'node:test';
import {someOfAll} from '../../unit/project-file/draws.js';
import {KilledApply} from './killed-apply.js';

/* The long form is `test/long/built/project-file/killed-apply.test.ts`. */
describe('An apply whose process is killed', () => {
  const apply = new KilledApply();
  before(async () => await apply.open());
  after(async () => await apply.close());

  for (const moment of ['before', 'after'] as const)
    it(`ends in the same state when it is run again: ${moment} each write`, async () => {
      const whole = await apply.whole(someOfAll);

      for (const [index, {method}] of whole.received.entries())
        if (method !== 'GET') await apply.check(someOfAll, {request: index + 1, moment}, whole);
    });
});
