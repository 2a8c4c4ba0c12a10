import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {startGallery, type Gallery} from './gallery.js';

const ELEMENTS = [
  ...['clan-contributors', 'clan-switch', 'reward-chain', 'daily-rewards', 'offer-chain', 'offers', 'redeem-code'],
];
const PRESETS = ['', 'arcade', 'fantasy', 'scifi', 'neutral'];

/** Another one for each element: what there is time for in every run. The long proofs try all of them. */
function presetsFor(element: string): readonly string[] {
  const index = ELEMENTS.indexOf(element) % PRESETS.length;
  return process.env['EVERY_LOOK'] ? PRESETS : PRESETS.slice(index, index + 1);
}

/** What moves in a card that waits for nothing, one line each, once everything that ends is over. */
async function restlessIn(page: Page): Promise<string[]> {
  const isOver = () =>
    [...document.querySelectorAll('.stage > * > *, .stage > *')].every(
      ({shadowRoot}) =>
        !shadowRoot
          ?.getAnimations()
          .some(({effect, playState}) => playState === 'running' && effect!.getComputedTiming().endTime !== Infinity),
    );
  await page.waitForFunction(isOver);
  return page.evaluate(() =>
    document.getAnimations().flatMap(({effect, playState}) => {
      const {target} = effect as KeyframeEffect;
      const isBusy = target?.matches('.busy, :disabled') || target?.closest('[aria-busy=true]');
      const root = target?.getRootNode() as Partial<ShadowRoot> | undefined;
      return root?.host && playState === 'running' && !isBusy
        ? [`${root.host.localName} ${target!.outerHTML.slice(0, 80)}`]
        : [];
    }),
  );
}

/** Buttons, fields and links with less than 44 px in a direction, one line each. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** What a press reaches: a button in a tile that it covers is as large as the tile, a field in a label as the label. */
    const reach = (target: HTMLElement): DOMRect => {
      const over = getComputedStyle(target, '::after');
      const isTile = over.content !== 'none' && over.position === 'absolute';
      return ((isTile && target.offsetParent) || target.closest('label') || target).getBoundingClientRect();
    };
    return [...document.querySelectorAll<HTMLElement>('.card')].flatMap(card => {
      const {element = '', name} = card.dataset;
      const root = card.querySelector(element)!.shadowRoot!;
      const targets = [...root.querySelectorAll<HTMLElement>('button:enabled, input:enabled, summary, a[href]')];
      return targets
        .filter(target => target.checkVisibility({visibilityProperty: true}))
        .map(target => [target, reach(target)] as const)
        .filter(([, {width, height}]) => Math.min(width, height) < 43.9)
        .map(
          ([target, {width, height}]) =>
            `${element} (${name}): ${target.getAttribute('part')} ${Math.round(width)} × ${Math.round(height)}`,
        );
    });
  });
}

describe('Every element', () => {
  let gallery: Gallery;

  before(async () => {
    gallery = await startGallery();
  });

  after(() => gallery.close());

  for (const element of ELEMENTS) {
    const presets = presetsFor(element);
    it(`moves nothing at rest, and has targets of 44 px: ${element}, ${presets.join() || 'plain'}`, async () => {
      const page = await gallery.newPage('no-preference');
      const small: string[] = [];
      for (const preset of presets) {
        await gallery.open(page, `?element=${element}&preset=${preset}`);
        small.push(...(await smallTargets(page)).map(fault => `${preset || 'plain'}: ${fault}`));
        assert.deepEqual(await restlessIn(page), []);
      }
      await page.context().close();

      assert.deepEqual(small, []);
    });
  }
});
