import type {Scenario} from './scenarios.js';

/** As much of `<liveops-session>` as a scenario needs. */
export type SessionTarget = object & {readonly updateComplete: Promise<unknown>};

/**
 * Puts a scenario on a session element, which starts anew with it, and then takes its steps. Properties win over the
 * attributes of the page, which stay as they are.
 */
export async function putOn(target: SessionTarget, {fetch, session, steps}: Scenario): Promise<void> {
  Object.assign(target, session, {fetch});
  for (const step of steps) {
    // The session must have begun in the old clan, or there would be no change to tell.
    await target.updateComplete;
    Object.assign(target, step.session);
  }
}
