import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {projectSchema} from '../../../scripts/build/project-schema.mjs';
import {withValue, WRONG} from './mistakes.js';
import {project} from './projects.js';

/** Rules that no schema can say: about other rows, and about two dates. */
const BEYOND =
  /is there before|key of a bonus or discount|must be later than|must be null when|must not have a `step_number`|must have a sku or/;

function compiled(): ValidateFunction {
  const ajv = new Ajv2020({strict: true, strictTypes: false, strictRequired: false});
  formats.default(ajv);
  return ajv.compile(projectSchema());
}

describe('The schema of project files', () => {
  const validate = compiled();

  it('accepts a file with one of every group, and none', () => {
    assert.ok(validate(project), JSON.stringify(validate.errors));
    assert.ok(validate({}));
  });

  it('refuses what the command refuses, as far as a schema can', () => {
    const sayable = WRONG.filter(([, , rule]) => !BEYOND.test(rule));
    assert.ok(sayable.length > 45);

    for (const [place, value] of sayable)
      assert.equal(validate(withValue(place, value)), false, `${place} = ${JSON.stringify(value)}`);
  });
});
