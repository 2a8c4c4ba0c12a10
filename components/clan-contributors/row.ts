import type {Contributor} from '../../src/model.js';
import {formatNumber} from '../../src/text/numbers.js';
import {createElement as create, setAttribute} from '../../src/ui/create-element.js';
import {writeText} from '../../src/ui/text-content.js';

/** How numbers are written, and our own words in a row. */
export type Figures = {
  locale: string;
  words: Readonly<Record<'own' | 'unknownPlayer' | 'noAmount', string>>;
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
    create('span', {part: 'rank', class: 'rank', translate: 'no'}),
    create('span', {part: 'name', class: 'name'}, create('bdi', {dir: 'auto', translate: 'no'})),
    create('span', {class: 'score'}, create('span', {part: 'amount', class: 'amount', translate: 'no'})),
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
    if (shown?.name !== next.name) this.#drawName(next.name, figures);
    if (shown?.own !== next.own) this.#drawOwn(next.own, figures);
    if (shown?.rank !== next.rank) writeText(this.#rank, formatNumber(next.rank, figures.locale));
    if (shown?.amount !== next.amount || shown.digits !== next.digits) this.#drawAmount(next, figures);
    if (shown?.rank !== next.rank || !shown.amount !== !next.amount) this.#drawMedal(next);
    if (share === this.#share) return;
    this.#share = share;
    // A style that engines apply without reading their rules again, as they would for a custom property.
    this.#bar.style.width = `${share / 100}%`;
  }

  /** Makes the next render write every value again. */
  forget(figures: Figures): void {
    this.#shown = undefined;
    for (const number of [this.#rank, this.#amount]) setAttribute(number, 'lang', figures.lang);
  }

  get #bar(): HTMLElement {
    return this.item.firstElementChild as HTMLElement;
  }

  get #rank(): Element {
    return this.#bar.nextElementSibling as Element;
  }

  get #name(): Element {
    return (this.#rank.nextElementSibling as Element).firstElementChild as Element;
  }

  get #amount(): Element {
    return (this.item.lastElementChild as Element).lastElementChild as Element;
  }

  #drawName(name: string, {words}: Figures): void {
    writeText(this.#name, name || words.unknownPlayer);
    // The page's translator is to read our words, and no name.
    if (!name === this.#name.hasAttribute('translate')) setAttribute(this.#name, 'translate', name ? 'no' : undefined);
  }

  #drawAmount({amount, digits}: Contributor, {locale, words}: Figures): void {
    const isNone = amount === null;
    if (isNone) {
      const dash = create('span', {'aria-hidden': 'true'}, '—');
      this.#amount.replaceChildren(dash, create('span', {class: 'visually-hidden'}, words.noAmount));
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
}
