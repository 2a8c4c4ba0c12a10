import {Fields} from '../http/json-input.js';
import {invalidProperty} from '../http/envelopes.js';
import type {Fault, FaultRule, MadeUpAnswer} from './faults.js';
import {MAX_STALE_SECONDS} from '../world/past.js';

const MAX_DELAY_MS = 10 * 60 * 1000;

/** The fields of each fault, in addition to those of every rule. */
const OWN_FIELDS: {readonly [Name in Fault['fault']]: readonly string[]} = {
  status: ['status', 'body', 'headers'],
  'status-after': ['status', 'body', 'headers'],
  delay: ['ms'],
  'drop-request': [],
  'drop-answer': [],
  truncate: ['bytes'],
  stall: ['bytes'],
  body: ['contentType', 'body'],
  stale: ['seconds', 'boards_seconds'],
};

/** Reads each fault from its fields. */
const readers: {readonly [Name in Fault['fault']]: (fields: Fields) => Fault} = {
  status: fields => ({fault: 'status', ...toMadeUpAnswer(fields)}),
  'status-after': fields => ({fault: 'status-after', ...toMadeUpAnswer(fields)}),
  delay: fields => ({fault: 'delay', ms: fields.integer('ms', 0, MAX_DELAY_MS)}),
  'drop-request': () => ({fault: 'drop-request'}),
  'drop-answer': () => ({fault: 'drop-answer'}),
  truncate: fields => ({fault: 'truncate', bytes: fields.integer('bytes', 0)}),
  stall: fields => ({fault: 'stall', bytes: fields.integer('bytes', 0)}),
  body: fields => ({fault: 'body', contentType: headerText(fields, 'contentType'), body: fields.text('body')}),
  stale: fields => ({
    fault: 'stale',
    seconds: fields.integer('seconds', 0, MAX_STALE_SECONDS),
    ...(fields.has('boards_seconds') && {boards_seconds: fields.integer('boards_seconds', 0, MAX_STALE_SECONDS)}),
  }),
};

/**
 * The rules in the body of `PUT /sandbox/faults`.
 *
 * @throws Refusal 422/1102 that names the field, such as `[0].path`.
 */
export function toFaultRules(body: unknown): FaultRule[] {
  if (!Array.isArray(body)) throw invalidProperty('body', 'must be an array');
  return body.map((item, index) => toFaultRule(new Fields(item, `[${index}]`)));
}

function toFaultRule(fields: Fields): FaultRule {
  const path = fields.text('path');
  if (!path.startsWith('/')) throw fields.refusal('path', 'must start with /');
  const fault = fields.oneOf('fault', Object.keys(readers) as Fault['fault'][]);
  const rule = {
    ...(fields.has('method') && {method: fields.text('method')}),
    path,
    ...(fields.has('times') && {times: fields.integer('times', 1)}),
    ...readers[fault](fields),
  };
  fields.only('method', 'path', 'times', 'fault', ...OWN_FIELDS[fault]);
  return rule;
}

function toMadeUpAnswer(fields: Fields): MadeUpAnswer {
  return {
    status: fields.integer('status', 200, 599),
    ...(fields.has('body') && {body: fields.get('body')}),
    ...(fields.has('headers') && {headers: toHeaders(fields)}),
  };
}

function toHeaders(fields: Fields): Record<string, string> {
  const headers = fields.inner('headers');
  return Object.fromEntries(headers.names.map(name => [headerName(headers, name), headerText(headers, name)]));
}

function headerName(headers: Fields, name: string): string {
  if (!/^[\w-]+$/.test(name)) throw headers.refusal(name, 'must be named by letters, digits and dashes');
  return name;
}

/** Only characters that a header may contain: a line break would break the answer. */
function headerText(fields: Fields, name: string): string {
  const text = fields.text(name);
  if (!/^[\x20-\x7e]*$/.test(text)) throw fields.refusal(name, 'must be printable ASCII');
  return text;
}
