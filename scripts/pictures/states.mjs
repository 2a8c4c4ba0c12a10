/* global document -- inside the page */
import sharp from 'sharp';
import {ELEMENTS} from '../../demo/gallery/elements.js';
import {openPage, picturesLoaded} from './page.mjs';

/** High enough for every card, because browsers delay pictures below the window. */
const SIZE = {width: 1_120, height: 2_400, scale: 1.5};
/** The number of states in a picture: the first one for each part that identifies a state. */
const MOST = 6;
const PLAIN = `
  body, .card p, .card h3 { font-family: var(--test-font); }
  body > :not(main) { display: none; }
  #gallery h2, .card[hidden] { display: none; }
  #gallery { padding: 1rem; background: #f3f4f6; }
  .cards { align-items: start; }
`;

const nameOf = ({scenario, as}) => (as ? `${scenario}: ${as}` : scenario);

/** The states to show: one for each part that tells states apart. */
export function statesOf({states}) {
  const byPart = new Map();
  for (const state of states) if (!byPart.has(state.shows)) byPart.set(state.shows, state);
  return [...byPart.values()].slice(0, MOST).map(nameOf);
}

async function drawElement({browser, url, folder}, element) {
  const name = element.tag.replace('liveops-', '');
  const page = await openPage(browser, `${url}/gallery/?element=${name}&theme=light&motion=reduce&width=320`, SIZE);
  await page.addStyleTag({content: PLAIN});
  const wanted = statesOf(element);
  await page.evaluate(names => {
    for (const card of document.querySelectorAll('.card')) card.hidden = !names.includes(card.dataset.name);
  }, wanted);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.card:not([hidden])')].every(({dataset}) => dataset.state === 'reached'),
  );
  await picturesLoaded(page);
  const shot = await page.locator('#gallery').screenshot({animations: 'disabled'});
  await page.close();
  await sharp(shot).webp({quality: 82}).toFile(`${folder}/${element.tag}.webp`);
  console.log(`${folder}/${element.tag}.webp`);
}

/** One picture for each element of the gallery, with its states side by side. */
export async function drawStates(context) {
  for (const element of ELEMENTS) await drawElement(context, element);
}
