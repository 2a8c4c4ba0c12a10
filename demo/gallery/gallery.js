/* The page: its URL stores its controls, and every card drives itself. */
import {addMessages, pseudoMessages, scenarios} from '../dist/liveops-elements.dev.js';
import {el} from '../el.js';
import {readAddress} from './address.js';
import {createCard, drive} from './card.js';
import {ELEMENTS} from './elements.js';
import {startPictures} from './pictures.js';

const form = document.querySelector('#controls');
const gallery = document.querySelector('#gallery');
const shortName = tag => tag.replace('liveops-', '');

function fillControls() {
  const choices = {element: ELEMENTS.map(({tag}) => shortName(tag)), scenario: scenarios.map(({name}) => name)};
  for (const [name, values] of Object.entries(choices)) {
    const select = form.elements[name];
    select.add(new Option(select.dataset.all, ''));
    values.forEach(value => select.add(new Option(value)));
  }
  form.addEventListener('change', () => form.requestSubmit());
  // The URL without default choices.
  form.addEventListener('formdata', ({formData}) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name);
  });
}

function dressPage(options) {
  const {theme, dir, lang, width, text, preset} = options;
  const root = document.documentElement;
  if (theme) root.dataset.theme = theme;
  if (dir) root.dir = dir;
  if (lang) root.lang = lang;
  if (width) root.style.setProperty('--card', `${width}px`);
  if (text) root.style.fontSize = `${text}%`;
  if (preset) document.head.append(el('link', {rel: 'stylesheet', href: `/dist/presets/${preset}.css`}));
}

/** The pseudo-locale of CLDR, for texts that are longer and in no language. */
const PSEUDO = 'en-XA';

/** Our texts in the page's language; without a file of it they stay English. */
async function loadLanguage(tag) {
  if (tag === PSEUDO) return addMessages('en', pseudoMessages());
  const {language, script} = new Intl.Locale(tag).maximize();
  const name = language === 'zh' ? `zh-${script}` : language;
  if (name !== 'en') await import(`../dist/languages/${name}.js`);
}

function showElement({tag, states}, options) {
  const wanted = states.filter(({scenario}) => !options.scenario || scenario === options.scenario);
  const cards = wanted.map(state => createCard({tag, state, options}));
  const grid = el('div', {className: 'cards'}, ...cards.map(({node}) => node));
  if (cards.length) gallery.append(el('section', {}, el('h2', {textContent: `<${tag}>`}), grid));
  return cards;
}

fillControls();
const {options, faults} = readAddress(form);
dressPage(options);
if (options.lang) await loadLanguage(options.lang).catch(() => undefined);
await startPictures().catch(() => undefined);
const shown = ELEMENTS.filter(({tag}) => !options.element || shortName(tag) === options.element);
const cards = shown.flatMap(element => showElement(element, options));
if (!cards.length) {
  const which = options.element ? `<${shown[0].tag}>` : 'any element';
  faults.push(`No card of ${which} is in the scenario “${options.scenario}”.`);
}
gallery.before(...faults.map(textContent => el('p', {role: 'alert', className: 'fault', textContent})));
await Promise.all(cards.map(drive));
gallery.removeAttribute('aria-busy');
