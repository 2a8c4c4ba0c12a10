import {createKey} from '../claims/notebook.js';
import {PlayerNotes, type PlayerNotesOptions} from '../claims/player-notes.js';
import type {InstantOrder} from './calls.js';
import {type InstantNote, isSameOrder, outlived, toUnanswered} from './instant-note.js';
import type {UnansweredOrder} from './items.js';

/** The orders of one player that are done at once, as this page stores them; those without an answer are shown in all tabs. */
export class UnansweredOrders extends PlayerNotes<InstantNote, UnansweredOrder> {
  constructor(options: PlayerNotesOptions<InstantNote>) {
    super(options, {topic: 'items', outlived, toReceipts: toUnanswered});
  }

  /** Whether an order of the same item may still be under way. */
  isSent(order: InstantOrder): boolean {
    return this.sent.some(note => isSameOrder(note, order));
  }

  /** Gives up on orders that are left without an end; nobody can find it out. To be called as `unsettled`. */
  async settle(): Promise<void> {
    for (const note of this.unsettled) await this.end(note, 'unknown');
  }

  /** Whether an order of the same item has been carried out since that moment. */
  isDoneSince(order: InstantOrder, since: number): boolean {
    const isSince = ({state, endedAt = -Infinity}: InstantNote): boolean => state === 'done' && endedAt > since;
    return this.notebook.known.some(note => isSameOrder(note, order) && isSince(note));
  }

  /** Notes that an item is about to be ordered. A player who orders it again has seen what was unknown of it before. */
  async begin({sku, currencySku}: InstantOrder): Promise<InstantNote> {
    const wanted = {sku, ...(currencySku !== undefined && {currencySku})};
    const sent: InstantNote = {...wanted, key: createKey(), at: this.clock.today(), state: 'sent'};
    await this.notebook.write(sent);
    const isOld = (note: InstantNote): boolean => note.state === 'unknown' && isSameOrder(note, sent);
    for (const note of this.notebook.known.filter(isOld)) await this.end(note, 'seen');
    return sent;
  }

  async end(note: InstantNote, state: InstantNote['state']): Promise<void> {
    await this.keep({...note, state, endedAt: this.clock.today()});
  }

  async acknowledge(id: string): Promise<void> {
    const note = this.notebook.known.find(({key, state}) => key === id && state === 'unknown');
    if (note) await this.end(note, 'seen');
  }
}
