import {nextStep} from '../../src/daily-chains/rules.js';
import type {DailyChain} from '../../src/model.js';
import type {ListTime} from '../../src/stores/list-time.js';
import {fill, messages} from '../../src/text/messages.js';

const MINUTE_MS = 60_000;
/**
 * How long before a day opens it is announced: when the countdown, which is silent, begins to say "10 minutes", and for the
 * last minute.
 */
const ANNOUNCED_MS = [11 * MINUTE_MS - 1, MINUTE_MS];

type Seen = {
  readonly chainId: number;
  readonly open: number | undefined;
  readonly next: number | undefined;
  stage: number;
};

/** What screen readers announce while time passes: that a day opens soon, and that it can be claimed. */
export class Milestones {
  #seen: Seen | undefined;
  #text = '';

  /** The last milestone that was passed while this chain was shown; `next` is the text about the next day. */
  textFor(chain: DailyChain | undefined, {skewMs}: ListTime, next: string, locale: string): string {
    const before = this.#seen;
    this.#seen = chain && {
      chainId: chain.id,
      open: chain.steps.find(({status}) => status === 'claimable')?.number,
      next: nextStep(chain)?.number,
      stage: stageOf(nextStep(chain)?.unlocksAt, skewMs),
    };
    const now = this.#seen;
    // What was so when the player came is on the screen, and no news.
    if (!now || now.chainId !== before?.chainId) this.#text = '';
    // Claimed, or no longer there: what was announced can still be read, and is not true any more.
    else if (now.open === undefined && before.open !== undefined) this.#text = '';
    else if (now.open !== undefined && now.open !== before.open) {
      this.#text = fill(messages.dayOpen, {day: now.open}, locale);
    } else if (now.next === before.next && now.stage > before.stage) this.#text = next;
    return this.#text;
  }
}

/** How many of the announced moments before the opening have passed. */
function stageOf(opensAt: number | undefined, skewMs: number | undefined): number {
  if (opensAt === undefined || skewMs === undefined) return 0;
  const leftMs = opensAt - skewMs - Date.now();
  return ANNOUNCED_MS.filter(announced => leftMs > 0 && leftMs <= announced).length;
}
