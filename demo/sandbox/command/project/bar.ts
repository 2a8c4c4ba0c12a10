import {Presets, SingleBar} from 'cli-progress';
import type {Terminal} from '../terminal.js';

/** A progress bar on a terminal; nothing where there is none. */
export class Bar {
  readonly #bar: SingleBar | undefined;

  constructor(screen: Terminal['screen']) {
    const format = '{bar} {value}/{total} {what}';
    if (screen)
      this.#bar = new SingleBar(
        {format, hideCursor: true, clearOnComplete: true, stream: screen},
        Presets.shades_classic,
      );
  }

  show(done: number, total: number, what: string): void {
    if (!this.#bar?.isActive) this.#bar?.start(total, done, {what});
    this.#bar?.setTotal(total);
    this.#bar?.update(done, {what});
  }

  end(): void {
    this.#bar?.stop();
  }
}
