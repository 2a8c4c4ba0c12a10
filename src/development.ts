/*
 * What a page loads while it is being built: all of the bundle, every state of the widgets by name, and error messages
 * that name their page. Never for players: it is larger, and nothing in it is needed.
 */
import type {SessionElement} from '../components/session/session.js';
import {explainErrors} from './errors.js';
import {putOn} from './scenarios/on-element.js';
import {createScenario, type Scenario} from './scenarios/scenarios.js';
import {explainWaiting} from './ui/waiting.js';
import {describeWaiting} from './ui/waiting-reasons.js';

// eslint-disable-next-line no-restricted-syntax -- by definition all that the bundle exports
export * from './bundle.js';
export {putOn} from './scenarios/on-element.js';
export {createScenario, scenarios} from './scenarios/scenarios.js';
export type {Scenario, ScenarioName} from './scenarios/scenarios.js';

/** Where errors are explained; the code is the anchor. */
const ERROR_PAGE = 'docs/reference/errors.md';

explainErrors((message, code) => `${message} See ${ERROR_PAGE}#${code}`);
explainWaiting(describeWaiting);

/**
 * Puts every session of the page into a scenario, to see how a state looks there: `LiveOps.scenario('lost-answer')` in
 * the console. A reload ends it.
 *
 * @throws {LiveOpsError} `config`, listing the names, where there is none of that name.
 */
export function scenario(name: string): Scenario {
  const chosen = createScenario(name);
  const sessions = sessionsIn(document);
  if (!sessions.length) console.warn('This page has no <liveops-session> for the scenario.');
  sessions.forEach(session => void putOn(session, chosen));
  return chosen;
}

/** Also those in shadow roots, where a page's own elements may keep them. */
function sessionsIn(root: ParentNode): SessionElement[] {
  return [...root.querySelectorAll('*')].flatMap(element => [
    ...(element.localName === 'liveops-session' ? [element as SessionElement] : []),
    ...(element.shadowRoot ? sessionsIn(element.shadowRoot) : []),
  ]);
}
