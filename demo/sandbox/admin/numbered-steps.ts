import {invalidProperty} from '../http/envelopes.js';

type Step = {readonly step_id?: number; readonly step_number: number};

/** Refuses a step number that is there twice, and the id of a step that the chain does not have. */
export function demandSteps(steps: readonly Step[], known: readonly {readonly step_id: number}[] = []): void {
  steps.forEach(({step_id, step_number}, index) => {
    if (steps.findIndex(step => step.step_number === step_number) < index)
      throw invalidProperty(`steps[${index}].step_number`, 'must not be there twice');
    if (step_id !== undefined && !known.some(step => step.step_id === step_id))
      throw invalidProperty(`steps[${index}].step_id`, 'must be a step of the chain');
  });
}
