import type {Clock} from '../stores/clock.js';
import {createTabNews, type TabNews} from './tab-news.js';

/**
 * Notifies other sessions in the same browser, on this page and in other tabs, that their player has claimed something.
 */
export type ClaimNews = {
  /** The player whose claims matter here; `undefined` or empty for none. */
  setPlayer(player: string | undefined): void;
  notify(player: string): void;
  /** Starts listening; returns a function that stops it. */
  watch(): () => void;
  close(): void;
};

export type ClaimNewsOptions = {
  /** The family of the claimed step. */
  family: string;
  clock: Pick<Clock, 'hidden' | 'onChange'>;
  /** Called after a claim elsewhere has ended; on a hidden page, once it is shown. */
  changed(): void;
};

export function createClaimNews(options: ClaimNewsOptions): ClaimNews {
  return new FamilyNews(options);
}

class FamilyNews implements ClaimNews {
  readonly #options: ClaimNewsOptions;
  #player = '';
  #news: TabNews | undefined;
  #isWatched = false;
  #isDue = false;

  constructor(options: ClaimNewsOptions) {
    this.#options = options;
  }

  setPlayer(player = ''): void {
    if (player === this.#player) return;
    this.#news?.close();
    this.#player = player;
    this.#isDue = false;
    // Two unnamed players need not be the same player.
    this.#news = player ? this.#open(player) : undefined;
    if (this.#isWatched) this.#news?.listen();
  }

  notify(player: string): void {
    if (player === this.#player) return this.#news?.notify();
    // The player has left this page, but may still be in another tab.
    const news = this.#open(player);
    news.notify();
    news.close();
  }

  watch(): () => void {
    this.#isWatched = true;
    this.#news?.listen();
    const unlisten = this.#options.clock.onChange(() => this.#catchUp());
    return () => {
      this.#isWatched = false;
      unlisten();
      this.#news?.rest();
    };
  }

  close(): void {
    this.setPlayer(undefined);
  }

  #open(player: string): TabNews {
    return createTabNews(`${this.#options.family} ${player}`, () => this.#received());
  }

  #received(): void {
    this.#isDue = true;
    this.#catchUp();
  }

  #catchUp(): void {
    if (!this.#isDue || this.#options.clock.hidden()) return;
    this.#isDue = false;
    this.#options.changed();
  }
}
