import type {Page} from 'playwright-core';

/** What sticks out of a card or lies on something else in it, one line per fault. */
export function geometryFaults(page: Page): Promise<string[]> {
  return page.evaluate(findFaults);
}

/* Runs in the page, so that everything it needs is inside. */
function findFaults(): string[] {
  type Box = {left: number; right: number; top: number; bottom: number};
  type Leaf = {node: Element; box: Box};

  // What a closed `<details>` hides has boxes all the same.
  const isDrawn = (node: Element): boolean =>
    node.getClientRects().length > 0 && node.checkVisibility() && getComputedStyle(node).visibility === 'visible';
  const hasText = (node: Element): boolean =>
    [...node.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.textContent!.trim() !== '');

  /** What is seen of a node: ancestors that crop leave less of it. */
  const seen = (node: Element, host: Element): Box => {
    let {left, right, top, bottom} = node.getBoundingClientRect();
    for (let up = node.parentElement; up && up !== host; up = up.parentElement) {
      if (getComputedStyle(up).overflowX === 'visible') continue;
      const crop = up.getBoundingClientRect();
      [left, right] = [Math.max(left, crop.left), Math.min(right, crop.right)];
      [top, bottom] = [Math.max(top, crop.top), Math.min(bottom, crop.bottom)];
    }
    return {left, right, top, bottom};
  };

  /** What is seen of a board's row is not read, since a sentence is. Bars and rails lie behind a row on purpose, places behind a notice, and what is only read aloud nowhere. */
  const isBackdrop = (node: Element): boolean =>
    node.closest('[aria-hidden=true]:not(.rank, .name, .score), .visually-hidden') !== null;

  const leavesOf = (host: Element): Leaf[] =>
    [...host.shadowRoot!.querySelectorAll('*')]
      .filter(node => isDrawn(node) && !isBackdrop(node))
      .filter(node => node.matches('img, button') || hasText(node))
      .map(node => ({node, box: seen(node, host)}))
      .filter(({box}) => box.right > box.left && box.bottom > box.top);

  const meet = (one: Box, other: Box): boolean =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1.5 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1.5;

  /** A quantity sits on the lower edge of its picture on purpose, as a badge. */
  const isBadge = (one: Element, other: Element): boolean =>
    one.closest('[part~=reward]') === other.closest('[part~=reward]') &&
    [one, other].some(node => node.matches('[part~=reward-quantity]')) &&
    [one, other].some(node => node.matches('[part~=reward-image]'));

  const named = (node: Element): string =>
    `${node.getAttribute('part') ?? node.tagName.toLowerCase()} “${node.textContent.trim().slice(0, 20)}”`;

  const faultsOf = (host: Element): string[] => {
    const room = host.getBoundingClientRect();
    const leaves = leavesOf(host);
    const out = leaves.filter(({box}) => box.left < room.left - 1 || box.right > room.right + 1);
    const pairs = leaves.flatMap((one, index) =>
      leaves
        .slice(index + 1)
        .filter(({node, box}) => meet(one.box, box) && !one.node.contains(node) && !node.contains(one.node))
        .filter(({node}) => !isBadge(one.node, node))
        .map(other => `${named(one.node)} lies on ${named(other.node)}`),
    );
    const wide = host.scrollWidth > host.clientWidth + 1 ? ['its content is wider than it is'] : [];
    return [...out.map(({node}) => `${named(node)} sticks out`), ...pairs, ...wide];
  };

  return [...document.querySelectorAll<HTMLElement>('.card')].flatMap(card => {
    const {element, name} = card.dataset;
    return [...new Set(faultsOf(card.querySelector(element!)!))].map(fault => `${element} (${name}): ${fault}`);
  });
}
