import * as v from 'valibot';
import {LiveOpsError} from '../../errors.js';
import {pathOf} from '../input/check.js';

/** Reads an answer: requires the fields of the type and keeps every additional field. */
export type Reader<T> = v.GenericSchema<unknown, T>;

/** @throws {LiveOpsError} `bad-answer` with the path of the first field that is not as documented. */
export function read<T>(reader: Reader<T>, answer: string): T {
  const result = v.safeParse(reader, toJson(answer), {abortEarly: true});
  if (result.success) return result.output;
  const place = pathOf(result.issues[0]) || 'the body';
  throw new LiveOpsError('bad-answer', `The answer is not as documented, at \`${place}\`.`);
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LiveOpsError('bad-answer', 'The answer is not JSON.');
  }
}
