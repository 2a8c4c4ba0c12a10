import * as v from 'valibot';
import {whole} from '../input/fields.js';

const MAX_GENERATED = 100_000;

export const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,128}$/, 'must be 1 to 128 letters and digits'));

export const count = whole(1, MAX_GENERATED);

export const codes = v.optional(v.array(code));
