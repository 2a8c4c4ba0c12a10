import type {Random} from './random.js';

/** One life of a page: it may end at every call that leaves the page, and then nothing of it happens any more. */
export type Life = {
  readonly isOver: boolean;
  /** Called when the life ends. */
  onEnd: (() => void) | undefined;
  /** Does something outside the page. Never settles once the life is over. */
  call<T>(effect: () => T | Promise<T>): Promise<T>;
  end(): void;
};

export function createLife(random: Random, crash: number, tick: () => void): Life {
  let isOver = false;
  const never = <T>(): Promise<T> => new Promise(() => undefined);
  const survives = (): boolean => {
    tick();
    isOver ||= random.chance(crash);
    return !isOver;
  };
  return {
    onEnd: undefined,
    get isOver() {
      return isOver;
    },
    async call<T>(effect: () => T | Promise<T>) {
      if (isOver || !survives()) return never();
      const [result, error] = attempt(effect);
      if (!survives()) return never();
      if (error) throw error as Error;
      return result as T;
    },
    end() {
      if (!isOver) this.onEnd?.();
      isOver = true;
    },
  };
}

/** An error is kept until it is known whether the page lives to see it. */
function attempt<T>(effect: () => T): readonly [T | undefined, unknown] {
  try {
    return [effect(), undefined];
  } catch (error) {
    return [undefined, error];
  }
}
