/* The page: its controls are its address, and every card drives itself. */
import {scenarios} from './dist/liveops-elements.dev.js';
import {createCard, drive} from './gallery.card.js';
import {ELEMENTS} from './gallery.elements.js';

const form = document.querySelector('#controls');
const gallery = document.querySelector('#gallery');
const shortName = tag => tag.replace('liveops-', '');
const options = Object.fromEntries(new URLSearchParams(location.search));

function fillControls() {
  const choices = {element: ELEMENTS.map(({tag}) => shortName(tag)), scenario: scenarios.map(({name}) => name)};
  for (const [name, values] of Object.entries(choices)) {
    const select = form.elements[name];
    select.add(new Option(select.dataset.all, ''));
    values.forEach(value => select.add(new Option(value)));
  }
  for (const control of form.elements) if (control.name) control.value = options[control.name] ?? '';
  form.addEventListener('change', () => form.requestSubmit());
  // An address without what is not chosen.
  form.addEventListener('formdata', ({formData}) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name);
  });
}

function dressPage() {
  const {theme, dir, lang, width, text, preset} = options;
  const root = document.documentElement;
  if (theme) root.dataset.theme = theme;
  if (dir) root.dir = dir;
  if (lang) root.lang = lang;
  if (Number(width) > 0) root.style.setProperty('--card', `${Number(width)}px`);
  if (Number(text) > 0) root.style.fontSize = `${Number(text)}%`;
  if (/^[a-z-]+$/.test(preset ?? '')) {
    document.head.append(
      Object.assign(document.createElement('link'), {rel: 'stylesheet', href: `dist/presets/${preset}.css`}),
    );
  }
}

/** The worker that draws the pictures; without one they stay empty. */
async function startPictures() {
  const {serviceWorker} = navigator;
  if (!serviceWorker) return;
  const taken = new Promise(resolve => serviceWorker.addEventListener('controllerchange', resolve, {once: true}));
  await serviceWorker.register('gallery.images.js', {scope: 'gallery.html'});
  if (serviceWorker.controller) return;
  // A forced reload goes past a worker that has begun long ago, and has to be asked for.
  (await serviceWorker.ready).active.postMessage('take this page');
  await taken;
}

function showElement({tag, states}) {
  const wanted = states.filter(({scenario}) => !options.scenario || scenario === options.scenario);
  const cards = wanted.map(state => createCard({tag, state, options}));
  const section = document.createElement('section');
  const grid = Object.assign(document.createElement('div'), {className: 'cards'});
  grid.append(...cards.map(({node}) => node));
  section.append(Object.assign(document.createElement('h2'), {textContent: `<${tag}>`}), grid);
  if (cards.length) gallery.append(section);
  return cards;
}

fillControls();
dressPage();
await startPictures().catch(() => undefined);
const cards = ELEMENTS.filter(({tag}) => !options.element || shortName(tag) === options.element).flatMap(showElement);
await Promise.all(cards.map(drive));
gallery.removeAttribute('aria-busy');
