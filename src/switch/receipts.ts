import {atom, type ReadableAtom} from 'nanostores';
import type {Receipt, Reward} from '../model.js';
import {publish} from '../publish.js';

/**
 * Where receipts are kept until the player has acknowledged them. Every call settles when the change is as safe as this
 * keeper can make it.
 */
export type ReceiptKeeper = {
  /** Receipts not yet acknowledged, oldest first. */
  readonly $receipts: ReadableAtom<readonly Receipt[]>;
  add(rewards: readonly Reward[], complete: boolean): Promise<Receipt>;
  acknowledge(id: string): Promise<void>;
};

/** Keeps receipts as long as the page lives: `durable` is false. */
export function createMemoryReceipts(today: () => number): ReceiptKeeper {
  const $receipts = atom<readonly Receipt[]>([]);
  return {
    $receipts,
    async add(rewards, complete) {
      const receivedAt = new Date(today()).toISOString();
      const receipt: Receipt = {id: createId(), rewards, complete, durable: false, receivedAt};
      publish($receipts, [...$receipts.value, receipt]);
      return Promise.resolve(receipt);
    },
    async acknowledge(id) {
      publish(
        $receipts,
        $receipts.value.filter(receipt => receipt.id !== id),
      );
      return Promise.resolve();
    },
  };
}

/** `crypto.randomUUID` needs Chromium 92 and a secure context, which many webviews are not. */
function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
