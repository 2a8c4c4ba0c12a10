import {readFile} from 'node:fs/promises';
import type {Page} from 'playwright-core';
import {FONT_NAMES, FONTS, type FontName} from '../../runner/fonts.mjs';

type Face = {family: string; weight: number; range: string; bytes: string};

const FACES: Promise<Face[]> = Promise.all(
  Object.values(FONTS).flatMap(({family, files}) =>
    files.map(async ({weight, file, range}) => ({family, weight, range, bytes: await readFile(file, 'base64')})),
  ),
);

/** Over the presets' fonts; `--test-weight` is the weight that the preset asks for. */
const RULES = `
  :root { font-family: var(--test-font); }
  liveops-clan-contributors, liveops-clan-switch, liveops-reward-chain, liveops-daily-rewards, liveops-offer-chain,
  liveops-offers, liveops-redeem-code {
    --liveops-font: var(--test-weight) 1em/1.4 var(--test-font) !important;
  }`;

/** Brings the fonts of the tests into a page that was just loaded, and sets its texts in the wide one. */
export async function bringFonts(page: Page): Promise<void> {
  await page.evaluate(addFaces, await FACES);
  await page.addStyleTag({content: RULES});
  await useFont(page, 'wide');
}

/** What `look` finds with the page's texts in each font, by the name of the font. */
export async function inFonts<T>(page: Page, look: () => Promise<T>): Promise<Record<FontName, T>> {
  const found: Partial<Record<FontName, T>> = {};
  for (const name of FONT_NAMES) {
    await useFont(page, name);
    found[name] = await look();
  }
  await useFont(page, 'wide');
  return found as Record<FontName, T>;
}

/** Sets the page's texts in a font, which has to be there. */
export async function useFont(page: Page, name: FontName): Promise<void> {
  const isThere = await page.evaluate(setFont, FONTS[name]);
  if (!isThere) throw new Error(`The ${name} font is not loaded.`);
}

/* The functions below run in the page. */

async function addFaces(faces: Face[]): Promise<void> {
  for (const {family, weight, range, bytes} of faces) {
    const font = new FontFace(
      family,
      Uint8Array.from(atob(bytes), byte => byte.charCodeAt(0)),
      {
        weight: String(weight),
        unicodeRange: range,
      },
    );
    document.fonts.add(await font.load());
  }
}

function setFont({family, stack}: {family: string; stack: string}): boolean {
  const isArcade = new URLSearchParams(location.search).get('preset') === 'arcade';
  document.documentElement.style.setProperty('--test-font', stack);
  document.documentElement.style.setProperty('--test-weight', isArcade ? '600' : '400');
  const faces = [...document.fonts].filter(face => face.family.replace(/["']/g, '') === family);
  return faces.length > 0 && faces.every(({status}) => status === 'loaded');
}
