import type {Clock} from '../stores/clock.js';
import {createTabNews, type TabNews} from './tab-news.js';

/** Lets other sessions of the same browser, on this page and in other tabs, know that their player has claimed something. */
export type ClaimNews = {
  /** Whose claims are of interest here; `undefined` or empty for nobody's. */
  setPlayer(player: string | undefined): void;
  notify(player: string): void;
  /** Listens from now on, until the result is called. */
  watch(): () => void;
  close(): void;
};

export type ClaimNewsOptions = {
  /** What was claimed is of this family. */
  family: string;
  clock: Pick<Clock, 'hidden' | 'onChange'>;
  /** Called when a claim elsewhere has ended. A hidden page waits until it is shown. */
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
    // Players whom nobody can name are not one player.
    this.#news = player ? this.#open(player) : undefined;
    if (this.#isWatched) this.#news?.listen();
  }

  notify(player: string): void {
    if (player === this.#player) return this.#news?.notify();
    // The player has left meanwhile, and may still be in another tab.
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
