/*
 * `npm run sheets`: contact sheets of every element, one PNG for each preset, theme, direction and width, in `sheets/`.
 * `npm run sheets -- element=clan-switch preset=arcade width=320` draws only those; `width` takes any number of pixels.
 * `text=200` draws text at twice the size, `colors=forced` forced colours, `font=narrow` a narrow font and `lang=de` another
 * language (`en-XA` for longer texts); these four are drawn only on request.
 */
/* global document -- inside the page */
import {mkdirSync, readdirSync} from 'node:fs';
import {serve} from '@hono/node-server';
import {createDemo} from '../demo/start.ts';
import {ELEMENTS} from '../demo/gallery/elements.js';
import {bringFonts, useFont} from '../test/built/pages/page-fonts.ts';
import {FONT_NAMES} from '../test/runner/fonts.mjs';
import {launchChrome} from '../test/support/chrome.ts';

const AXES = {
  element: ELEMENTS.map(({tag}) => tag.replace('liveops-', '')),
  preset: ['plain', ...readdirSync('components/shared/presets').map(file => file.replace('.css', ''))],
  theme: ['light', 'dark'],
  dir: ['ltr', 'rtl'],
  text: ['100', '200'],
  colors: ['own', 'forced'],
  font: FONT_NAMES,
  lang: ['en', 'en-XA', ...readdirSync('src/languages').map(file => file.replace('.ts', ''))],
};
const WIDTHS = ['240', '320', '480', '900'];

/** A noon without a daylight saving change, so that countdowns read the same in every run. */
const NOON = new Date('2026-01-15T12:00:00Z');
const LONGEST_MS = 60_000;

const wishes = {
  text: '100',
  colors: 'own',
  font: 'wide',
  lang: 'en',
  ...Object.fromEntries(process.argv.slice(2).map(word => word.split('='))),
};
const widths = wishes.width ? [wishes.width] : WIDTHS;

/** Every combination of one value per axis, limited to the requested values. */
function choices() {
  return Object.entries(AXES).reduce(
    (chosen, [axis, values]) =>
      chosen.flatMap(choice =>
        values.filter(value => !wishes[axis] || wishes[axis] === value).map(value => ({...choice, [axis]: value})),
      ),
    [{}],
  );
}

function addressOf(base, {element, preset, theme, dir, text, lang}) {
  const search = new URLSearchParams({
    element,
    theme,
    dir,
    text,
    motion: 'reduce',
    ...(lang !== 'en' && {lang}),
    ...(preset !== 'plain' && {preset}),
  });
  return `${base}/gallery/?${search}`;
}

/** The page once every card has its state, except for states that need time; then the clock is stopped. */
async function open(browser, address, {theme, colors, font}) {
  const forcedColors = colors === 'forced' ? 'active' : 'none';
  const page = await browser.newPage({viewport: {width: 1_900, height: 1_000}, colorScheme: theme, forcedColors});
  await page.clock.install({time: NOON});
  await page.goto(address);
  await bringFonts(page);
  await useFont(page, font);
  await page.waitForFunction(hasSettled, undefined, {timeout: LONGEST_MS});
  await stopTime(page);
  return page;
}

/** The moment to stop at must still be in the future when the browser receives it, which may take a while. */
async function stopTime(page, marginMs = 500) {
  const moment = await page.evaluate(ms => Date.now() + ms, marginMs);
  await page.clock.pauseAt(moment).catch(error => {
    if (marginMs > LONGEST_MS) throw error;
    return stopTime(page, marginMs * 2);
  });
}

function hasSettled() {
  const cards = [...document.querySelectorAll('.card')];
  const waiting = cards.filter(({dataset}) => dataset.state === 'pending' && !dataset.name.endsWith('still working'));
  return cards.length > 0 && waiting.length === 0;
}

async function draw(browser, base, choice) {
  const page = await open(browser, addressOf(base, choice), choice);
  const {element, ...look} = choice;
  mkdirSync(`sheets/${element}`, {recursive: true});
  for (const width of widths) {
    await page.evaluate(px => document.documentElement.style.setProperty('--card', `${px}px`), width);
    const path = `sheets/${element}/${Object.values(look).join('-')}-${width}.png`;
    await page.screenshot({path, fullPage: true, animations: 'disabled'});
    console.log(path);
  }
  await page.close();
}

async function drawAll(base) {
  const browser = await launchChrome();
  const left = choices();
  const worker = async () => {
    for (let choice = left.shift(); choice; choice = left.shift()) await draw(browser, base, choice);
  };
  await Promise.all([worker(), worker()]).finally(() => browser.close());
}

/** Unknown arguments would draw everything, or nothing at all. */
function assertKnown() {
  for (const [axis, value] of Object.entries(wishes)) {
    const isKnown = axis === 'width' ? Number(value) > 0 : AXES[axis]?.includes(value);
    const known = AXES[axis] ?? (axis === 'width' ? ['a number of pixels'] : [...Object.keys(AXES), 'width']);
    if (!isKnown) throw new Error(`No ${axis}=${value}: ${known.join(', ')}`);
  }
}

assertKnown();
const server = serve({fetch: createDemo({url: '', apiBase: ''}).fetch, hostname: '127.0.0.1', port: 0}, ({port}) => {
  drawAll(`http://127.0.0.1:${port}`)
    .catch(error => {
      console.error(error);
      process.exitCode = 1;
    })
    .finally(() => server.close());
});
