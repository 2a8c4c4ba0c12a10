type Load<T> = {signal: AbortSignal; succeed(value: T): void; fail(error: unknown): void};

/** Requests of a resource that a test answers when and in which order it likes. */
export class PendingLoads<T> {
  readonly all: Load<T>[] = [];

  readonly load = (signal: AbortSignal): Promise<T> =>
    new Promise((succeed, fail) => this.all.push({signal, succeed, fail}));

  get count(): number {
    return this.all.length;
  }

  /** The request made last. */
  get last(): Load<T> {
    const last = this.all[this.all.length - 1];
    if (!last) throw new Error('Nothing was asked.');
    return last;
  }
}
