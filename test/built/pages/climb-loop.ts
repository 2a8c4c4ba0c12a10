import type {Locator, Page} from 'playwright-core';

/** How a player presses a button: by keyboard alone, or with a finger. */
export type Hand = {readonly name: 'keyboard' | 'touch'; press(page: Page, button: Locator): Promise<void>};

/** More stops of the Tab key than the demo has. */
const MOST_STOPS = 200;

export const keyboard: Hand = {
  name: 'keyboard',
  async press(page, button) {
    await button.waitFor();
    for (let stop = 0; !(await hasFocus(button)); stop++) {
      if (stop > MOST_STOPS) throw new Error(`The Tab key does not reach ${await button.innerText()}.`);
      // Items of a list are one stop, within which arrow keys lead on.
      await page.keyboard.press(await keyTo(button));
    }
    await page.keyboard.press('Enter');
  },
};

/** The browser gets touch events, and makes the click of them itself. */
export const touch: Hand = {name: 'touch', press: (_page, button) => button.tap()};

/** From the board to the items that lift the clan, their orders, and the row that has moved. Each step is `seen`. */
export async function playLoop(page: Page, hand: Hand, seen: (name: string, page: Page) => Promise<unknown>) {
  const board = page.locator('liveops-clan-contributors');
  const offers = page.locator('liveops-offers#offers');
  const ownRow = board.locator('[part~=own-row]');
  await ownRow.waitFor();
  await ownRow.scrollIntoViewIfNeeded();
  await seen('the board', page);
  const before = await ownRow.innerText();

  await hand.press(page, board.locator('[part~=climb]'));
  const reason = offers.locator('[part~=reason]');
  await reason.filter({hasText: /lifts? you to rank/}).waitFor();
  await seen('the items that lift the clan', page);
  const text = await reason.innerText();
  const box = (await reason.boundingBox())!;
  if (box.y < 0) throw new Error('The reason is above the window.');

  const names = await offers.locator('[part~=wanted] [part~=name]').allInnerTexts();
  for (const name of names) await buy(page, hand, {offers, name, seen});
  const hasMoved = (text: string): boolean => {
    const {shadowRoot} = document.querySelector('liveops-clan-contributors')!;
    const row = shadowRoot!.querySelector<HTMLElement>('[part~=own-row]');
    return row !== null && row.innerText !== text;
  };
  await page.waitForFunction(hasMoved, before);
  await ownRow.scrollIntoViewIfNeeded();
  await seen('the row has moved', page);
  return {before, after: await ownRow.innerText(), reason: text, names};
}

type Shop = {
  readonly offers: Locator;
  readonly name: string;
  readonly seen: (name: string, page: Page) => Promise<unknown>;
};

async function buy(page: Page, hand: Hand, {offers, name, seen}: Shop): Promise<void> {
  const offer = offers.locator('[part~=offer]').filter({has: page.locator('[part~=name]', {hasText: name})});
  const button = offer.locator('[part~=buy]');
  if (/free/i.test(await button.innerText())) {
    await hand.press(page, button);
    await offers.getByText(`You received: ${name}`).waitFor();
    return;
  }
  const opened = page.waitForEvent('popup');
  await hand.press(page, button);
  const station = await opened;
  await station.waitForSelector('[data-state="new"]');
  await seen(`the payment of ${name}`, station);
  await hand.press(station, station.locator('button[value="pay"]'));
  await station.waitForSelector('[data-state="done"]');
  await station.close();
  await offer.getByText('Payment received. You have your item.').waitFor();
  await seen(`${name} is bought`, page);
}

function hasFocus(button: Locator): Promise<boolean> {
  return button.evaluate(element => {
    const root = element.getRootNode() as Document | ShadowRoot;
    return root.activeElement === element;
  });
}

/** The arrow key that leads towards the button, where the focus is in the same list; else Tab. */
function keyTo(button: Locator): Promise<string> {
  return button.evaluate(element => {
    const {activeElement} = element.getRootNode() as Document | ShadowRoot;
    if (!activeElement?.closest('li')) return 'Tab';
    const [from, to] = [activeElement, element].map(one => one.getBoundingClientRect()) as [DOMRect, DOMRect];
    if (to.top >= from.bottom) return 'ArrowDown';
    if (to.bottom <= from.top) return 'ArrowUp';
    return to.left >= from.left ? 'ArrowRight' : 'ArrowLeft';
  });
}
