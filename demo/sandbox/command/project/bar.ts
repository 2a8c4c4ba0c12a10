import {Presets, SingleBar} from 'cli-progress';

/** A progress bar on a terminal; nothing where there is none. */
export class Bar {
  readonly #bar: SingleBar | undefined;

  constructor(isShown: boolean) {
    const options = {
      format: '{bar} {value}/{total} {what}',
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    };
    if (isShown && process.stderr.isTTY) this.#bar = new SingleBar(options, Presets.shades_classic);
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
