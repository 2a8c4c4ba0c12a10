/* global document -- inside the page */
import sharp from 'sharp';
import {openPage, picturesLoaded} from './page.mjs';

const SIZE = {width: 1_000, height: 1_100, scale: 1.5};
const READ_MS = 2_200;
const LAST_MS = 3_500;

/** Only the clan's widgets, side by side; the page's other parts are hidden, but still work. */
const CLAN_ONLY = `
  body { font-family: var(--test-font); }
  .hero, .top, .panel, main > .column:not(#clan) { display: none; }
  main { display: block; width: 54rem; margin: 0; padding: 1rem; }
  #clan { grid-template-columns: 1fr 1fr; align-items: start; gap: 1rem; }
`;
const ROWS = 4;

/** The actions of player and game, and what the element shows after each. */
const STEPS = [
  {does: () => {}, shows: 'liveops-clan-contributors [part~=own-row]'},
  {
    does: page => page.locator('button[data-clan=ravens]').dispatchEvent('click'),
    shows: '[part~=preview]',
    names: 'ravens',
  },
  {does: press('preview'), shows: '[part~=confirm]:not(:disabled)'},
  {does: press('confirm'), shows: '[part~=acknowledge]:not(:disabled)'},
  {does: press('acknowledge'), shows: '[part~=preview]'},
];

function press(part) {
  return page => page.locator(`liveops-clan-switch [part~=${part}]`).click();
}

async function shoot(page, {does, shows, names}) {
  await does(page);
  if (names) await page.waitForFunction(clan => document.querySelector('liveops-session').clan === clan, names);
  await page.locator(shows.startsWith('liveops') ? shows : `liveops-clan-switch ${shows}`).waitFor();
  await picturesLoaded(page);
  return page.locator('main').screenshot({animations: 'disabled'});
}

/** All frames on a background of the same size, as an animation needs. */
async function sameSize(frames) {
  const sizes = await Promise.all(frames.map(frame => sharp(frame).metadata()));
  const width = Math.max(...sizes.map(size => size.width));
  const height = Math.max(...sizes.map(size => size.height));
  const options = {width, height, fit: 'contain', position: 'top', background: '#0d0b14'};
  return Promise.all(frames.map(frame => sharp(frame).resize(options).png().toBuffer()));
}

/** A clan switch from the game's message to the acknowledged receipt. */
export async function drawSwitch({browser, url, folder}) {
  const page = await openPage(browser, url, {...SIZE, theme: 'dark'});
  await page.addStyleTag({content: CLAN_ONLY});
  await page.evaluate(rows => (document.querySelector('liveops-clan-contributors').maxRows = rows), ROWS);
  const frames = [];
  for (const step of STEPS) frames.push(await shoot(page, step));
  await page.close();
  const delay = frames.map((_, index) => (index === frames.length - 1 ? LAST_MS : READ_MS));
  await sharp(await sameSize(frames), {join: {animated: true}})
    .webp({delay, loop: 0, quality: 75, effort: 6})
    .toFile(`${folder}/clan-switch.webp`);
  console.log(`${folder}/clan-switch.webp`);
}
