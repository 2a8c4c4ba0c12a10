import type {Scenario} from './scenarios.js';

/** The members of `<liveops-session>` that a scenario needs. */
export type SessionTarget = object & {locale?: string | undefined; readonly updateComplete: Promise<unknown>};

/** The language of the page's own session, before any scenario. */
const locales = new WeakMap<SessionTarget, string | undefined>();

/**
 * Applies a scenario to a session element, which restarts with it, and then runs its steps. Properties override the
 * page's attributes, which stay unchanged. If the scenario has no language, the page's own is restored.
 */
export async function putOn(target: SessionTarget, {fetch, session, steps}: Scenario): Promise<void> {
  if (!locales.has(target)) locales.set(target, target.locale);
  Object.assign(target, session, {fetch, locale: session.locale ?? locales.get(target)});
  for (const step of steps) {
    // The session must have started in the old clan, or there would be no change to report.
    await target.updateComplete;
    Object.assign(target, step.session);
  }
}
