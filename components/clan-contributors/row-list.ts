import type {Contributor} from '../../src/model.js';
import {messages} from '../../src/text/messages.js';
import {mixedLanguages} from '../../src/text/words.js';
import {formatNumber} from '../../src/text/numbers.js';
import {count} from '../../src/ui/counting.js';
import {createElement} from '../../src/ui/create-element.js';
import {isSameData} from '../../src/ui/same-data.js';
import {type Gain, gainsOf, type Move, movesOf} from './row-animation.js';
import {type Figures, Row} from './row.js';

/** More rows than these don't slide, and the engine skips those that are off the screen. */
const MANY_ROWS = 50;

const NONE: readonly Animation[] = [];

const SLIDE = {duration: 350, easing: 'ease-out'};

/**
 * The list of rows. A row stays in its place, and what it shows changes: no node is made, moved or searched for in an
 * update, and the page is not asked for any measure.
 */
export class RowList {
  readonly #rows: Row[] = [];
  #list: HTMLElement | undefined;
  #figures: Figures | undefined;
  #movedAt = -Infinity;
  #slides: readonly Animation[] = NONE;
  #counts: readonly (() => void)[] = [];

  /** The list with these rows. */
  draw(rows: readonly Contributor[], locale: string): HTMLElement {
    // `role` is said outright, since Safari takes the list out of a list without bullets.
    const list = (this.#list ??= createElement('ol', {part: 'list', role: 'list', 'aria-labelledby': 'title'}));
    list.classList.toggle('many', rows.length > MANY_ROWS);
    const figures = this.#figuresIn(locale);
    const most = mostOf(rows);
    rows.forEach((row, index) => this.#rowAt(index, list, figures).draw(row, shareOf(row, most), figures));
    for (const {item} of this.#rows.splice(rows.length)) item.remove();
    return list;
  }

  /**
   * Lets rows slide from the places they had, by transform only, and points count. What changes again meanwhile stops, and
   * nothing moves where the system or the game asks for less motion.
   */
  animate(before: readonly Contributor[], after: readonly Contributor[], isMotionWanted: boolean): void {
    if (after.length > MANY_ROWS) return;
    const moves = movesOf(before, after);
    const gains = gainsOf(before, after);
    if (!moves.length && !gains.length) return;
    const isMoving = this.#isAtRest() && isMotionWanted;
    this.stop();
    if (!isMoving) return;
    this.#slides = moves.flatMap(move => this.#slideRow(move));
    this.#counts = gains.flatMap(gain => this.#countIn(gain));
  }

  /** Ends what moves, for a list that leaves the page or changes again. */
  stop(): void {
    this.#slides.forEach(slide => slide.cancel());
    this.#counts.forEach(end => end());
    this.#slides = NONE;
    this.#counts = [];
  }

  #countIn({place: index, from, to}: Gain): readonly (() => void)[] {
    const place = this.#rows[index]?.score;
    const locale = this.#figures?.locale ?? '';
    return place ? [count({place, from, to, format: value => formatNumber(value, locale)})] : [];
  }

  #slideRow({from, to}: Move): readonly Animation[] {
    // The engine knows how high a row is; the margin is that of `.row`.
    const transform = `translateY(calc(${from - to} * (100% + 0.3em)))`;
    const item = this.#rows[to]?.item;
    return item ? [item.animate([{transform}, {transform: 'none'}], SLIDE)] : [];
  }

  /** Whether no row has moved for as long as a slide takes. */
  #isAtRest(): boolean {
    const now = performance.now();
    const isAtRest = now - this.#movedAt >= SLIDE.duration;
    this.#movedAt = now;
    return isAtRest;
  }

  /** How numbers are written in `locale`; rows in another locale, or with other words, are rewritten. */
  #figuresIn(locale: string): Figures {
    const lang = mixedLanguages(locale)?.figures;
    const {own, unknownPlayer, noAmount, rowRank, rowPoints, rankUp, rankDown, comma} = messages;
    const words = {own, unknownPlayer, noAmount, rowRank, rowPoints, rankUp, rankDown, comma};
    const figures: Figures = {locale, lang, words};
    if (isSameData(this.#figures, figures)) return this.#figures as Figures;
    this.#figures = figures;
    this.#rows.forEach(row => row.forget(figures));
    return figures;
  }

  #rowAt(index: number, list: HTMLElement, figures: Figures): Row {
    const known = this.#rows[index];
    if (known) return known;
    const row = (this.#rows[index] = new Row());
    row.forget(figures);
    list.append(row.item);
    return row;
  }
}

function mostOf(rows: readonly Contributor[]): number {
  return rows.reduce((most, {amount}) => Math.max(most, amount ?? 0), 1);
}

/** The share of the most points in hundredths of a per cent, which is no finer than can be seen. */
function shareOf({amount}: Contributor, most: number): number {
  return Math.max(0, Math.round(((amount ?? 0) / most) * 10_000));
}
