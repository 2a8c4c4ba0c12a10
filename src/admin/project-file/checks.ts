import * as v from 'valibot';
import {type Finding, findingsIn} from '../input/check.js';
import {code} from '../promotion-codes/checks.js';
import type {Row} from './rows.js';

export const enabledFlag = v.boolean();
export const codeList = v.optional(v.array(code));

/** Every rule that one field breaks. */
export function checkedField(schema: v.GenericSchema, row: Row, name: string): readonly Finding[] {
  return findingsIn(v.looseObject({[name]: schema}), row);
}
