import type {ReactiveController, ReactiveControllerHost} from 'lit';

type Place = {readonly top: number; readonly left: number};

/**
 * Scrolls a list to the player's day: when the day is another, and when the list gets another size, as on a phone that is
 * turned. A player who scrolls around is not pulled back.
 */
export class DayInView implements ReactiveController {
  #key = '';
  #list: HTMLElement | undefined;
  #day: Element | undefined;
  #place: Place = {top: 0, left: 0};
  // Webviews before Chromium 64 and Safari 13.1 have none: there the list stays where it is.
  readonly #sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => this.#resized());

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** `key` names the day and how the list is laid out; empty for no day. */
  show(list: HTMLElement | null, day: Element | undefined, key: string): void {
    if (list && list !== this.#list) {
      this.#sizes?.disconnect();
      this.#sizes?.observe(list);
    }
    this.#list = list ?? undefined;
    this.#day = day;
    if (!key || key === this.#key) return;
    this.#key = key;
    this.#scroll();
  }

  hostConnected(): void {
    if (this.#list) this.#sizes?.observe(this.#list);
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
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
    const [list, day] = [this.#list, this.#day];
    if (!list || !day) return;
    const [inner, outer] = [day.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
    list.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
    this.#place = {top: list.scrollTop, left: list.scrollLeft};
  }
}

/** Whether the player has scrolled. In a list that has become shorter the browser scrolls to the end, `most`. */
function wasMoved(before: number, now: number, most: number): boolean {
  return now !== before && !(now < before && now >= Math.floor(most));
}
