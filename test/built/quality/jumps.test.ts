import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import type * as Development from '../../../src/development.js';
import {FONT_NAMES} from '../../runner/fonts.mjs';
import {useFont} from '../pages/page-fonts.js';
import {startGallery, type Gallery} from './gallery.js';

type Built = typeof Development;
type Places = {height: number; first: number; last: number};

/** A board as it holds places, and as it is once the answer has come, in a column of that width. */
async function beforeAndAfter(page: Page, width: number, text: number): Promise<[Places, Places]> {
  return page.evaluate(
    async ([columnWidth, fontSize]) => {
      const {createScenario, putOn} = (await import(
        new URL('/dist/liveops-elements.dev.js', location.href).href
      )) as Built;
      const scenario = createScenario('slow');
      const session = document.createElement('liveops-session');
      const element = session.appendChild(document.createElement('liveops-clan-contributors'));
      const column = document.body.appendChild(document.createElement('div'));
      column.style.cssText = `width: ${columnWidth}px; font-size: ${fontSize}px`;
      column.append(session);
      session.pollSeconds = 0;
      await putOn(session, scenario);
      await session.updateComplete;

      const find = (part: string): Element[] => [...element.shadowRoot!.querySelectorAll(part)];
      const until = async (part: string): Promise<Element[]> => {
        while (!find(part).length) await new Promise(resolve => requestAnimationFrame(resolve));
        return find(part);
      };
      const measure = (rows: Element[]): Places => {
        const from = element.getBoundingClientRect();
        const [first, last] = [rows[0]!, rows[rows.length - 1]!].map(row => row.getBoundingClientRect());
        return {height: from.height, first: first!.top - from.top, last: last!.bottom - from.top};
      };

      const places = measure((await until('[part~=skeleton]')).flatMap(node => [...node.children]));
      scenario.release();
      const rows = await until('[part~=row]');
      const rest = find('[part~=places]').flatMap(node => [...node.children]);
      const loaded = measure([...rows, ...rest]);
      column.remove();
      return [places, loaded] as [Places, Places];
    },
    [width, text] as const,
  );
}

const COLUMNS = [240, 280, 320, 480, 900].flatMap(width =>
  [16, 32].flatMap(text => FONT_NAMES.map(font => [width, text, font] as const)),
);

describe('What comes in place of what was held for it', () => {
  let gallery: Gallery;
  let page: Page;

  before(async () => {
    gallery = await startGallery();
    page = await gallery.newPage();
    await gallery.open(page, '?element=clan-contributors&scenario=default');
  });

  after(() => gallery.close());

  for (const [width, text, font] of COLUMNS)
    it(`moves nothing on the board, ${width} px wide, text of ${text} px, in a ${font} font`, async () => {
      await useFont(page, font);

      const [places, loaded] = await beforeAndAfter(page, width, text);

      for (const what of ['height', 'first', 'last'] as const)
        assert.ok(Math.abs(places[what] - loaded[what]) <= 1, `${what}: ${places[what]}, then ${loaded[what]}`);
    });
});
