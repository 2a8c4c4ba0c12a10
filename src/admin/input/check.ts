import * as v from 'valibot';
import {LiveOpsError} from '../../errors.js';

/** The used part of the library's finding, without the value, which may be secret. */
export type Finding = v.BaseIssue<unknown>;

/**
 * A copy of `value` if it is valid. TypeScript catches some mistakes at compile time; the schema catches the rest.
 *
 * @param name - The argument's name, for a value that is not a field.
 * @throws {LiveOpsError} `config`, with the path of the first field that is wrong, such as `steps[0].price.amount`.
 */
export function checked<T>(schema: v.GenericSchema, value: T, name = ''): T {
  const result = v.safeParse(schema, value, {abortEarly: true, message: requirementOf});
  if (result.success) return result.output as T;
  throw refusal(result.issues[0], name);
}

/** Every rule that `value` breaks, in the order of its fields. */
export function findingsIn(schema: v.GenericSchema, value: unknown): readonly Finding[] {
  return v.safeParse(schema, value, {message: requirementOf}).issues ?? [];
}

/** The error for input that breaks a rule: contains the path and the rule, never the value. */
export function refusal(finding: Finding, name = ''): LiveOpsError {
  return new LiveOpsError('config', `\`${pathOf(finding, name) || 'input'}\` ${finding.message}.`);
}

/** For checks without their own message: shape checks. */
function requirementOf({kind, received, expected}: Finding): string {
  if (kind === 'schema' && expected === 'never') return 'is not a known field';
  return received === 'undefined' ? 'is missing' : `must be ${wordOf(expected)}`;
}

function wordOf(expected: string | null): string {
  const words: Record<string, string> = {
    Object: 'an object',
    Array: 'a list',
    string: 'a text',
    boolean: 'true or false',
  };
  return words[expected ?? ''] ?? (expected ?? 'something else').replaceAll('"', '');
}

/** `[0]` for places in a list, `.name` for fields. */
export function pathOf({path}: Pick<Finding, 'path'>, name = ''): string {
  return (path ?? []).reduce((place, {key}) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    return place ? `${place}.${String(key)}` : String(key);
  }, name);
}
