/* global document, innerHeight -- inside the page */
import {bringFonts, useFont} from '../../test/built/pages/page-fonts.ts';

const LONGEST_MS = 120_000;

/** A page with the fonts of the tests, so that pictures don't depend on the fonts of the machine. */
export async function openPage(browser, address, {width, height, theme = 'light', scale = 2}) {
  const page = await browser.newPage({
    viewport: {width, height},
    colorScheme: theme,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(LONGEST_MS);
  await page.goto(address);
  await bringFonts(page);
  await useFont(page, 'narrow');
  return page;
}

/** Waits until every picture in the window is loaded, including those in shadow roots; browsers delay the others. */
export function picturesLoaded(page) {
  return page.waitForFunction(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? [])];
    const images = roots.flatMap(root => [...root.querySelectorAll('img')]);
    const isSeen = ({top, bottom}) => bottom > 0 && top < innerHeight;
    return images.every(image => image.complete || ![...image.getClientRects()].some(isSeen));
  });
}
