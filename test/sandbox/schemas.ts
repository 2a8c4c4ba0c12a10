import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const FOLDER = join(import.meta.dirname, '../../demo/sandbox/schema');
const ajv = new Ajv2020({allErrors: true, strict: true, strictTypes: false, strictRequired: false});
formats.default(ajv);

/** Fails the test with ajv's reasons unless `value` follows the sandbox's schema of that name. */
export function assertSchema(name: string, value: unknown): void {
  const validate = schema(name);
  assert.ok(validate(value), `${name}: ${ajv.errorsText(validate.errors)}`);
}

/** Whether `value` follows the sandbox's schema of that name. */
export function follows(name: string, value: unknown): boolean {
  return schema(name)(value);
}

function schema(name: string): ValidateFunction {
  const known = ajv.getSchema(name);
  if (known) return known;
  ajv.addSchema(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')), name);
  return schema(name);
}
