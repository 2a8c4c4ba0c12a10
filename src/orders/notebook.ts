import {Notebook} from '../claims/notebook.js';
import type {TextStore} from '../storage/text-store.js';
import {type OrderNote, outdatedBy, stageOf} from './note.js';

export type OrderNotebook = Notebook<OrderNote>;

/** The orders of one player on one project, stored where the page's end doesn't reach them. */
export function createOrderNotebook(about: {readonly player: string; readonly store: TextStore}): OrderNotebook {
  return new Notebook({...about, folder: 'liveops/orders', stageOf, outdated: outdatedBy});
}
