import {createKey} from '../claims/notebook.js';
import {PlayerNotes, type PlayerNotesOptions} from '../claims/player-notes.js';
import type {Reward} from '../model.js';
import type {CodeReceipt} from './codes.js';
import {type CodeNote, outlived, toReceipts} from './note.js';

/** What became of the coupons of one player, as this page stores and shows it, the same in all tabs. */
export class PlayerReceipts extends PlayerNotes<CodeNote, CodeReceipt> {
  constructor(options: PlayerNotesOptions<CodeNote>) {
    const isDurable = (note: CodeNote): boolean => options.notebook.isDurable(note);
    super(options, {topic: 'codes', outlived, toReceipts: notes => toReceipts(notes, isDurable)});
  }

  /** Whether a redemption of this code may still be under way on a page that this one cannot wait for. */
  isSent(code: string): boolean {
    return this.sent.some(note => note.code === code);
  }

  /** What became of a code that was sent after that moment. */
  endSince(code: string, since: number): CodeNote | undefined {
    return this.notebook.known.find(note => note.code === code && note.state !== 'sent' && note.at > since);
  }

  /** Notes that a coupon is about to be sent. The player who sends it again has seen what was unknown of it before. */
  async begin(code: string, rewards: readonly Reward[]): Promise<CodeNote> {
    const at = this.clock.today();
    const sent: CodeNote = {key: createKey(), code, at, state: 'sent', rewards, acknowledged: false};
    await this.notebook.write(sent);
    for (const note of this.#open(code)) await this.keep({...note, acknowledged: true});
    return sent;
  }

  /** The server has refused it, so that there is nothing to show, but to other tabs that have seen it as sent. */
  async refuse(note: CodeNote): Promise<void> {
    await this.keep({...note, state: 'refused', code: '', rewards: []});
  }

  /** A code whose end was unknown is used up now. */
  async usedUp(code: string): Promise<void> {
    for (const note of this.#open(code)) await this.keep({...note, state: 'probably-redeemed'});
  }

  async acknowledge(id: string): Promise<void> {
    const note = this.notebook.known.find(({key, state}) => key === id && state !== 'sent');
    if (note && !note.acknowledged) await this.keep({...note, acknowledged: true});
  }

  #open(code: string): readonly CodeNote[] {
    return this.notebook.known.filter(note => note.code === code && note.state === 'unknown' && !note.acknowledged);
  }
}
