/** Scrolls a list until one of its children is in the middle, and nothing else on the page. */
export function scrollToMiddle(list: HTMLElement, child: Element): void {
  const [inner, outer] = [child.getBoundingClientRect(), list.getBoundingClientRect()];
  list.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  list.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}
