import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const SANDBOX = join(import.meta.dirname, '../../../../demo/sandbox');

/** The files of the schemas: each family has its own, named after what they describe. */
const files = readdirSync(SANDBOX, {recursive: true, encoding: 'utf8'}).filter(path =>
  /\bschema\b.*\.json$/.test(path),
);

const ajv = new Ajv2020({allErrors: true, strict: true, strictTypes: false, strictRequired: false});
formats.default(ajv);
// All of them, since one may refer to another by its name.
for (const path of files) ajv.addSchema(JSON.parse(readFileSync(join(SANDBOX, path), 'utf8')), basename(path, '.json'));

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
  assert.ok(known, `a schema ${name}.json in a family's folder`);
  return known;
}
