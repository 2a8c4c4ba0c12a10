/*
 * The development build: the whole bundle, every state of the widgets by name, and error messages with a link to their
 * documentation. Not for players: it is larger, and they need nothing of it.
 */
import type {SessionElement} from '../components/session/session.js';
import {explainErrors} from './errors.js';
import {putOn} from './scenarios/on-element.js';
import {createScenario, type Scenario} from './scenarios/scenarios.js';
import {explainWaiting} from './ui/waiting.js';
import {describeWaiting} from './ui/waiting-reasons.js';

// eslint-disable-next-line no-restricted-syntax -- the same exports as the bundle
export * from './bundle.js';
export {putOn} from './scenarios/on-element.js';
export {createScenario, scenarios} from './scenarios/scenarios.js';
export {pseudoMessages} from './text/pseudo.js';
export type {Scenario, ScenarioName} from './scenarios/scenarios.js';

/** The page that explains errors; the code is the anchor. */
const ERROR_PAGE = 'docs/reference/errors.md';

explainErrors((message, code) => `${message} See ${ERROR_PAGE}#${code}`);
explainWaiting(describeWaiting);

/**
 * Applies a scenario to every session of the page, to show how a state looks there: `LiveOps.scenario('lost-answer')`
 * in the console. A reload ends it.
 *
 * @throws {LiveOpsError} `config`, listing the names, if there is none of this name.
 */
export function scenario(name: string): Scenario {
  const chosen = createScenario(name);
  const sessions = sessionsIn(document);
  if (!sessions.length) console.warn('This page has no <liveops-session> for the scenario.');
  sessions.forEach(session => void putOn(session, chosen));
  return chosen;
}

/** Includes sessions in shadow roots of the page's own elements. */
function sessionsIn(root: ParentNode): SessionElement[] {
  return [...root.querySelectorAll('*')].flatMap(element => [
    ...(element.localName === 'liveops-session' ? [element as SessionElement] : []),
    ...(element.shadowRoot ? sessionsIn(element.shadowRoot) : []),
  ]);
}
