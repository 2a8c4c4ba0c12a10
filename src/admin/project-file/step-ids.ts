import type {Row} from './rows.js';

type Known = Row & {readonly step_id?: number | null | undefined};

/** Whether a step of the file is that one of the record. */
export type SameStep = (known: Row, step: Row) => boolean;

/**
 * The ids of the steps that those of the file replace, on which claims depend; `undefined` for a new step. Rules are
 * tried one after the other, each with the steps that are left.
 */
export function stepIdsOf(
  steps: readonly Row[],
  known: readonly Known[],
  rules: readonly SameStep[],
): readonly (number | undefined)[] {
  const left = [...known];
  const ids = steps.map<number | undefined>(() => undefined);
  for (const isSameStep of rules) {
    steps.forEach((step, index) => {
      const found = ids[index] === undefined ? left.findIndex(each => isSameStep(each, step)) : -1;
      if (found >= 0) ids[index] = left.splice(found, 1)[0]?.step_id ?? undefined;
    });
  }
  return ids;
}
