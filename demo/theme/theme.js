/* The page: its URL stores its controls, and the CSS that it prints is the CSS of its preview. */
import {createScenario, putOn} from '../dist/liveops-elements.dev.js';
import {el} from '../el.js';
import {readAddress} from '../gallery/address.js';
import {ELEMENTS} from '../gallery/elements.js';
import {startPictures} from '../gallery/pictures.js';
import {paleTexts} from './contrast.js';
import {cssOf, htmlOf} from './css.js';

const form = document.querySelector('#controls');
const stage = document.querySelector('#stage');
const nameOf = tag => tag.replace('liveops-', '');
const TAGS = ELEMENTS.map(({tag}) => tag);

ELEMENTS.forEach(({tag}) => form.elements.element.add(new Option(nameOf(tag))));
const {options, faults} = readAddress(form);
const sheet = el('link', {rel: 'stylesheet'});
const style = el('style');
document.head.append(sheet, style);

/** Resolves once the preset's rules apply. */
function loadPreset() {
  const href = `/dist/presets/${options.preset ?? 'neutral'}.css`;
  if (sheet.getAttribute('href') === href) return undefined;
  const loaded = new Promise(resolve => sheet.addEventListener('load', resolve, {once: true}));
  sheet.setAttribute('href', href);
  return loaded;
}

/** Colours that nobody chose show the preset's. */
function fillColors(element) {
  const computed = getComputedStyle(element);
  for (const control of form.querySelectorAll('[type=color]')) {
    control.value = options[control.name] ?? computed.getPropertyValue(`--liveops-${control.name}`).trim();
  }
}

function print(tags, element) {
  document.querySelector('#css').textContent = style.textContent || '/* The preset as it is. */';
  document.querySelector('#html').textContent = htmlOf(options, tags);
  document.querySelector('#contrast').textContent = paleTexts(getComputedStyle(element));
}

async function show() {
  const tags = options.element ? [`liveops-${options.element}`] : TAGS;
  for (const element of stage.querySelectorAll(TAGS.join())) {
    element.closest('.place').hidden = !tags.includes(element.localName);
    if (options.theme) element.setAttribute('theme', options.theme);
    else element.removeAttribute('theme');
  }
  document.documentElement.dataset.theme = options.theme ?? '';
  stage.dir = options.dir ?? 'ltr';
  style.textContent = cssOf(options, tags);
  await loadPreset();
  const shown = stage.querySelector(tags[0]);
  fillColors(shown);
  print(tags, shown);
}

/** A number out of range changes nothing; the browser says why. */
function choose({target}) {
  if (!target.checkValidity()) return target.reportValidity();
  if (target.value) options[target.name] = target.value;
  else delete options[target.name];
  const search = new URLSearchParams(options).toString();
  history.replaceState(null, '', search ? `?${search}` : location.pathname);
  return show();
}

async function copy() {
  const done = navigator.clipboard?.writeText(style.textContent);
  const isCopied = await Promise.resolve(done ?? Promise.reject(new Error())).then(
    () => true,
    () => false,
  );
  document.querySelector('#copied').textContent = isCopied ? 'Copied.' : 'Select the text above and copy it.';
}

document
  .querySelector('main')
  .before(...faults.map(textContent => el('p', {role: 'alert', className: 'fault', textContent})));
await startPictures().catch(() => undefined);
const session = el('liveops-session', {pollSeconds: 0}, ...TAGS.map(tag => el('div', {className: 'place'}, el(tag))));
stage.append(session);
await putOn(session, createScenario('default'));
form.addEventListener('input', choose);
form.addEventListener('submit', event => event.preventDefault());
document.querySelector('#copy').addEventListener('click', copy);
await show();
stage.removeAttribute('aria-busy');
