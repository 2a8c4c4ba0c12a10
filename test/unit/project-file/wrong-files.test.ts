import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ProjectError, toProjectFile} from '../../../src/admin/project-file/index.js';
import {withValue, WRONG} from './mistakes.js';
import {project} from './projects.js';

describe('A wrong project file', () => {
  it('would be accepted without its mistake', () => {
    assert.deepEqual(toProjectFile(structuredClone(project)), project);
    assert.deepEqual(toProjectFile({}), {});
  });

  for (const value of [null, [], 'x', undefined])
    it(`is refused where it is no object: ${JSON.stringify(value)}`, () => {
      assert.throws(() => toProjectFile(value), new ProjectError('`the file` must be an object.'));
    });

  for (const [place, value, rule, named = place] of WRONG)
    it(`is refused in one line with the place and the rule: ${place} = ${JSON.stringify(value)?.slice(0, 40)}`, () => {
      assert.throws(() => toProjectFile(withValue(place, value)), new ProjectError(`\`${named}\` ${rule}.`));
    });
});
