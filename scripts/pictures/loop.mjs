import sharp from 'sharp';
import {keyboard, playLoop, touch} from '../../test/built/pages/climb-loop.ts';
import {bringFonts, useFont} from '../../test/built/pages/page-fonts.ts';
import {picturesLoaded} from './page.mjs';

const LONGEST_MS = 120_000;
const ACROSS = 4;
const WAYS = [
  {hand: keyboard, options: {viewport: {width: 900, height: 800}}},
  {hand: touch, options: {viewport: {width: 390, height: 800}, hasTouch: true, isMobile: true}},
];

/** Screenshots side by side, in the order in which they were taken. */
async function join(shots, {width, height}) {
  const same = await Promise.all(
    shots.map(shot => sharp(shot).resize({width, height, fit: 'cover', position: 'top'}).toBuffer()),
  );
  return sharp(same, {join: {across: ACROSS, shim: 16, background: '#3b3548'}})
    .png()
    .toBuffer();
}

async function drawWay({browser, url, folder, restart}, {hand, options}) {
  await restart();
  const context = await browser.newContext({...options, reducedMotion: 'reduce', colorScheme: 'dark'});
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST_MS);
  await page.goto(url);
  await bringFonts(page);
  await useFont(page, 'narrow');
  const shots = [];
  await playLoop(page, hand, async (_name, shown) => {
    await picturesLoaded(shown);
    shots.push(await shown.screenshot({animations: 'disabled'}));
  });
  await context.close();
  const path = `${folder}/climb-by-${hand.name}.webp`;
  await sharp(await join(shots, options.viewport))
    .webp({quality: 75})
    .toFile(path);
  console.log(path);
}

/** From the board to a higher rank, by keyboard alone and by touch. */
export async function drawLoop(context) {
  for (const way of WAYS) await drawWay(context, way);
}
