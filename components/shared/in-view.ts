import type {ReactiveController, ReactiveControllerHost} from 'lit';

type Place = {readonly top: number; readonly left: number};

/**
 * Scrolls a list to the item whose turn it is: when that changes, and when the size of the list or of one of its items changes,
 * as on a phone that is turned or with a font that loads late. A player who scrolls around is not pulled back. Nothing else on the page moves.
 */
export class InView implements ReactiveController {
  #key = '';
  #list: HTMLElement | undefined;
  #item: Element | undefined;
  /** How many items are observed. */
  #observed: number | undefined;
  #place: Place = {top: 0, left: 0};
  // Webviews before Chromium 64 and Safari 13.1 have none: there the list stays where it is.
  readonly #sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => this.#resized());

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** `key` names the item and how the list is laid out; empty for no item. */
  show(list: HTMLElement | null, item: Element | undefined, key: string): void {
    const scrolled = key && list ? list : undefined;
    const isOther = scrolled !== this.#list || scrolled?.childElementCount !== this.#observed;
    this.#list = scrolled;
    if (isOther) this.#observe();
    this.#item = item;
    if (!key || key === this.#key) return;
    this.#key = key;
    this.#scroll();
  }

  hostConnected(): void {
    this.#observe();
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
  }

  #observe(): void {
    const list = this.#list;
    this.#observed = list?.childElementCount;
    this.#sizes?.disconnect();
    for (const observed of list ? [list, ...list.children] : []) this.#sizes?.observe(observed);
  }

  #resized(): void {
    if (!this.#list) return;
    const {scrollTop, scrollLeft, scrollHeight, clientHeight, scrollWidth, clientWidth} = this.#list;
    const {top, left} = this.#place;
    const isMoved =
      wasMoved(top, scrollTop, scrollHeight - clientHeight) ||
      wasMoved(Math.abs(left), Math.abs(scrollLeft), scrollWidth - clientWidth);
    if (!isMoved) this.#scroll();
  }

  #scroll(): void {
    const [list, item] = [this.#list, this.#item];
    if (!list || !item) return;
    const [inner, outer] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
    list.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
    this.#place = {top: list.scrollTop, left: list.scrollLeft};
  }
}

/** Whether the player has scrolled. In a list that has become shorter the browser scrolls to the end, `most`. */
function wasMoved(before: number, now: number, most: number): boolean {
  return now !== before && !(now < before && now >= Math.floor(most));
}
