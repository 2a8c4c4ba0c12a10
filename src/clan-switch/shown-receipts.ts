import {atom, type ReadableAtom} from 'nanostores';
import type {Receipt} from '../model.js';
import {setStore} from '../set-store.js';

/**
 * The receipts that one page shows, without those that the player has acknowledged during its life, here or in another
 * tab.
 */
export type ShownReceipts = {
  readonly $receipts: ReadableAtom<readonly Receipt[]>;
  /**
   * Shows the journal's receipts except acknowledged ones: the read may have started before an acknowledgement was
   * written.
   */
  show(receipts: readonly Receipt[]): void;
  hide(id: string): void;
};

export function createShownReceipts(): ShownReceipts {
  const $receipts = atom<readonly Receipt[]>([]);
  const acknowledged = new Set<string>();
  const show = (receipts: readonly Receipt[]): void =>
    setStore(
      $receipts,
      receipts.filter(({id}) => !acknowledged.has(id)),
    );
  return {
    $receipts,
    show,
    hide(id) {
      acknowledged.add(id);
      show($receipts.get());
    },
  };
}
