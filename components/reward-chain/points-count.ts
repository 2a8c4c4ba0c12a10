import type {RewardChain} from '../../src/model.js';
import {speak} from '../../src/text/messages.js';
import {count} from '../../src/ui/counting.js';
import {renderProgress} from './templates.js';

type Place = {readonly root: ParentNode; readonly locale: string; readonly isMoving: boolean};

/** Counts from the points that a chain had to those that it has. Another chain's, and the first ones, count from nothing. */
export class PointsCount {
  #shown: RewardChain | undefined;
  #end = (): void => undefined;

  show(chain: RewardChain | undefined, {root, locale, isMoving}: Place): void {
    const before = this.#shown;
    if (chain === before) return;
    this.#shown = chain;
    const [from, to] = [before?.valuePoint.amount, chain?.valuePoint.amount];
    if (!chain || chain.id !== before?.id || from === to) return;
    this.#end();
    const place = root.querySelector<HTMLElement>('.points');
    if (!place || !isMoving || !Number.isSafeInteger(from) || !Number.isSafeInteger(to)) return;
    const format = (amount: number): string => {
      // Another element may have rendered last, in another language.
      speak(locale);
      return renderProgress({...chain, valuePoint: {...chain.valuePoint, amount}}, locale);
    };
    this.#end = count({place, from: Number(from), to: Number(to), format});
  }
}
