/* One card: a session in a scenario, its element, and the steps to its state. */
import {createScenario, putOn} from '../dist/liveops-elements.dev.js';
import {el} from '../el.js';
import {partOf} from './drive.js';
import {reduceMotion} from './motion.js';

const RTL = /^(ar|he|fa|ur)\b/;

const nameOf = ({scenario, as}) => (as ? `${scenario}: ${as}` : scenario);

/** The card with its element, which starts when the card is added to the page. */
export function createCard({tag, state, options}) {
  const scenario = createScenario(state.scenario);
  const element = el(tag, state.set);
  if (options.theme) element.setAttribute('theme', options.theme);
  const session = el('liveops-session', {pollSeconds: 0}, element);
  const stage = el('div', {className: 'stage'}, session);
  const {locale} = scenario.session;
  if (locale) Object.assign(stage, {lang: locale, dir: RTL.test(locale) ? 'rtl' : 'ltr'});
  const node = el('article', {className: 'card'}, ...headingOf(state, scenario, tag), stage);
  Object.assign(node.dataset, {element: tag, name: nameOf(state), state: 'pending'});
  return {node, element, session, scenario, state, options};
}

function headingOf(state, {name, description}, tag) {
  const link = el('a', {
    textContent: nameOf(state),
    href: linkTo({element: tag.replace('liveops-', ''), scenario: name}),
  });
  return [el('h3', {dir: 'auto'}, link), el('p', {dir: 'auto', textContent: description})];
}

/** The gallery's URL with only this card; other choices stay unchanged. */
function linkTo(wanted) {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(wanted)) search.set(name, value);
  return `?${search}`;
}

/** Drives a card in the page to its state and marks it `reached` or `failed`. */
export async function drive(card) {
  const {node, state} = card;
  const fault = await reach(card).catch(error => error.message);
  if (fault) console.error(`${node.dataset.element}, ${node.dataset.name}: ${fault}`);
  node.dataset.state = fault ? 'failed' : 'reached';
  return {name: nameOf(state), fault};
}

async function reach(card) {
  const {element, session, scenario, state, options} = card;
  const begun = putOn(session, scenario);
  Object.assign(session, state.session);
  await begun;
  await session.updateComplete;
  await element.updateComplete;
  if (options.motion === 'reduce') reduceMotion(element);
  for (const step of state.drive ?? []) await step(card);
  const shown = await partOf(element, state.shows, () => state.holds?.(card) ?? true, state.patienceMs);
  return shown ? undefined : `it does not show ${state.shows}`;
}
