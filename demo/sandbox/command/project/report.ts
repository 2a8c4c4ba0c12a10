import diff from 'microdiff';
import type {Plan, Step} from '../../../../src/admin/project-file/index.js';

const SIGNS = {create: '+', update: '~', delete: '-'} as const;
const DONE = {create: 'created', update: 'updated', delete: 'deleted'} as const;
const LONGEST_VALUE = 60;

/** A plan as lines to read: each record, and of an update what differs. */
export function describePlan({steps, unnamed}: Plan, prune: boolean): string {
  const counts = (['create', 'update', 'delete'] as const).map(action => [action, countOf(steps, action)] as const);
  const summary = counts.filter(([, count]) => count > 0).map(([action, count]) => `${count} to ${action}`);
  const deletable = prune ? 0 : unnamed.filter(({canDelete}) => canDelete).length;
  const lasting = unnamed.filter(({canDelete}) => !canDelete).length;
  const rest = [
    ...(deletable ? [`${deletable} not in the file; --prune deletes them.`] : []),
    ...(lasting ? [`${lasting} not in the file; no call deletes them.`] : []),
  ];
  const total = summary.length ? `${summary.join(', ')}.` : 'The project is as the file says.';
  return [...steps.flatMap(describeStep), total, ...rest].join('\n');
}

/** A step that was made, as one line. */
export function describeDone({action, group, name}: Step): string {
  return `${DONE[action]} ${group} ${name}`;
}

function describeStep({action, group, name, before, after}: Step): string[] {
  const lines = action === 'update' ? diff(before ?? {}, after ?? {}).map(describeDifference) : [];
  return [`${SIGNS[action]} ${group} ${name}`, ...lines.map(line => `    ${line}`)];
}

function describeDifference(difference: ReturnType<typeof diff>[number]): string {
  const place = difference.path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    '',
  );
  const before = difference.type === 'CREATE' ? 'nothing' : toText(difference.oldValue);
  const after = difference.type === 'REMOVE' ? 'nothing' : toText(difference.value);
  return `${place}: ${before} → ${after}`;
}

function countOf(steps: readonly Step[], action: Step['action']): number {
  return steps.filter(step => step.action === action).length;
}

/** On one line, whatever the value is: names come from outside. */
function toText(value: unknown): string {
  const text = JSON.stringify(value).replace(/\p{Cc}|\p{Cf}/gu, '');
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
