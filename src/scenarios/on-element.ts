import type {Scenario} from './scenarios.js';

/** As much of `<liveops-session>` as a scenario needs. */
export type SessionTarget = object & {locale?: string | undefined; readonly updateComplete: Promise<unknown>};

/** The language that a page's own session has, however many scenarios came since. */
const locales = new WeakMap<SessionTarget, string | undefined>();

/**
 * Puts a scenario on a session element, which restarts with it, and then runs its steps. Properties win over the
 * attributes of the page, which stay as they are. Where the scenario has no language, the page's own one comes back.
 */
export async function putOn(target: SessionTarget, {fetch, session, steps}: Scenario): Promise<void> {
  if (!locales.has(target)) locales.set(target, target.locale);
  Object.assign(target, session, {fetch, locale: session.locale ?? locales.get(target)});
  for (const step of steps) {
    // The session must have begun in the old clan, or there would be no change to report.
    await target.updateComplete;
    Object.assign(target, step.session);
  }
}
