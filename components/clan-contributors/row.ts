import type {Contributor} from '../../src/model.js';
import {joined} from '../../src/text/joined.js';
import {fill} from '../../src/text/messages.js';
import {formatNumber} from '../../src/text/numbers.js';
import {localeOfWords} from '../../src/text/words.js';
import {createElement as create, setAttribute} from '../../src/ui/create-element.js';
import {isSameData} from '../../src/ui/same-data.js';
import {writeText} from '../../src/ui/text-content.js';

/** How numbers are written, and our own words in a row. */
export type Figures = {
  locale: string;
  words: Readonly<
    Record<'own' | 'unknownPlayer' | 'noAmount' | 'rowRank' | 'rowPoints' | 'rankUp' | 'rankDown' | 'comma', string>
  >;
  /** For `lang`, where the numbers are in another language than our words. */
  lang: string | undefined;
};

let pattern: HTMLElement | undefined;

/** A row without its values: copying it costs far less than a template with a binding for each of them. */
function createItem(): HTMLElement {
  pattern ??= create(
    'li',
    {part: 'row', class: 'row'},
    create('span', {part: 'bar', class: 'bar', 'aria-hidden': 'true'}),
    // Read aloud in place of what is seen, which is no sentence.
    create('span', {class: 'visually-hidden', translate: 'no'}),
    create('span', {part: 'rank', class: 'rank', translate: 'no', 'aria-hidden': 'true'}),
    create('span', {part: 'name', class: 'name', 'aria-hidden': 'true'}, create('bdi', {dir: 'auto', translate: 'no'})),
    create(
      'span',
      {class: 'score', 'aria-hidden': 'true'},
      create('span', {part: 'amount', class: 'amount', translate: 'no'}),
    ),
  );
  return pattern.cloneNode(true) as HTMLElement;
}

/**
 * One row of the board. It writes what is different from before, and nothing else. What it writes into is looked up then:
 * keeping six more nodes of each row would double the memory of a board.
 */
export class Row {
  readonly item = createItem();
  #shown: Contributor | undefined;
  #share = 0;

  /** Shows a contributor whose bar is `share` long, in hundredths of a per cent. */
  draw(next: Contributor, share: number, figures: Figures): void {
    const shown = this.#shown;
    this.#shown = next;
    this.#drawBar(share);
    if (shown?.name !== next.name) this.#drawName(next.name, figures);
    if (shown?.own !== next.own) this.#drawOwn(next.own, figures);
    if (shown?.rank !== next.rank) writeText(this.#rank, formatNumber(next.rank, figures.locale));
    if (shown?.amount !== next.amount || shown.digits !== next.digits) this.#drawAmount(next, figures);
    if (shown?.rank !== next.rank || !shown.amount !== !next.amount) this.#drawMedal(next);
    if (shown?.rankChange !== next.rankChange || shown?.own !== next.own) this.#drawChange(next, figures);
    if (shown && isSameData(shown, next)) return;
    writeText(this.#sentence, sentenceOf(next, figures));
  }

  /** Makes the next render write every value again. */
  forget(figures: Figures): void {
    this.#shown = undefined;
    for (const number of [this.#rank, this.#amount]) setAttribute(number, 'lang', figures.lang);
  }

  get #bar(): HTMLElement {
    return this.item.firstElementChild as HTMLElement;
  }

  get #sentence(): Element {
    return this.#bar.nextElementSibling as Element;
  }

  get #rank(): Element {
    return this.#sentence.nextElementSibling as Element;
  }

  get #name(): Element {
    return (this.#rank.nextElementSibling as Element).firstElementChild as Element;
  }

  /** What the points are in, and the marks before them. */
  get score(): HTMLElement {
    return this.item.lastElementChild as HTMLElement;
  }

  get #amount(): Element {
    return this.score.lastElementChild as Element;
  }

  #drawBar(share: number): void {
    if (share === this.#share) return;
    this.#share = share;
    // A style that engines apply without reading their rules again, as they would for a custom property.
    this.#bar.style.width = `${share / 100}%`;
  }

  #drawName(name: string, {words}: Figures): void {
    writeText(this.#name, name || words.unknownPlayer);
    // The page's translator is to read our words, and no name.
    if (!name === this.#name.hasAttribute('translate')) setAttribute(this.#name, 'translate', name ? 'no' : undefined);
  }

  #drawAmount({amount, digits}: Contributor, {locale}: Figures): void {
    const isNone = amount === null;
    if (isNone) {
      writeText(this.#amount, '—');
    } else writeText(this.#amount, formatNumber(digits ?? amount, locale));
    if (isNone === this.#amount.hasAttribute('translate'))
      setAttribute(this.#amount, 'translate', isNone ? undefined : 'no');
  }

  #drawMedal({rank, amount}: Contributor): void {
    const medal = rank <= 3 && amount ? `rank medal medal-${rank}` : 'rank';
    if (this.#rank.className !== medal) this.#rank.className = medal;
  }

  #drawOwn(own: boolean, {words}: Figures): void {
    const {item} = this;
    const mark = item.querySelector('.own-mark');
    if (own && mark) writeText(mark, words.own);
    if (own === item.hasAttribute('aria-current')) return;
    setAttribute(item, 'part', own ? 'row own-row' : 'row');
    setAttribute(item, 'class', own ? 'row own' : 'row');
    setAttribute(item, 'aria-current', own ? 'true' : undefined);
    // With blanks, since texts may be read without their looks.
    if (own) this.#amount.before(' ', create('span', {class: 'own-mark'}, words.own), ' ');
    else this.#amount.parentElement?.replaceChildren(this.#amount);
  }

  /** By an arrow, so that the direction does not depend on a colour. */
  #drawChange({own, rankChange}: Contributor, {locale}: Figures): void {
    this.item.querySelector('.change')?.remove();
    if (!own || !rankChange) return;
    const text = `${rankChange > 0 ? '▲' : '▼'}\u00a0${formatNumber(Math.abs(rankChange), locale)}`;
    this.#amount.before(create('span', {part: 'rank-change', class: 'change', translate: 'no'}, text), ' ');
  }
}

/** A row as it is read aloud: "Rank 2, Rocket, You, 398 points, Up 1 since your last visit". */
function sentenceOf(row: Contributor, {locale, words}: Figures): string {
  const {rank, name, own, rankChange = 0} = row;
  const change = rankChange > 0 ? words.rankUp : words.rankDown;
  const parts = [
    fill(words.rowRank, {rank}, locale),
    name || words.unknownPlayer,
    ...(own ? [words.own] : []),
    pointsOf(row, locale, words),
    ...(rankChange ? [fill(change, {ranks: Math.abs(rankChange)}, locale)] : []),
  ];
  return joined(parts, words.comma);
}

function pointsOf({amount, digits}: Contributor, locale: string, words: Figures['words']): string {
  if (amount === null) return words.noAmount;
  const values = {amount: formatNumber(digits ?? amount, localeOfWords(locale)), points: amount};
  return fill(words.rowPoints, values, locale);
}
