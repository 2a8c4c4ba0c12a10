import type {CatalogItem} from '../../src/catalog/items.js';
import {LiveOpsEvent} from '../shared/liveops-event.js';

/** Other items are shown than before, or others come first. */
export class OffersChangedEvent extends LiveOpsEvent<{items: readonly CatalogItem[]}> {
  declare readonly items: readonly CatalogItem[];

  constructor(items: readonly CatalogItem[]) {
    super('liveops-offers-changed', {items});
  }
}

declare global {
  interface HTMLElementEventMap {
    'liveops-offers-changed': OffersChangedEvent;
  }
}
