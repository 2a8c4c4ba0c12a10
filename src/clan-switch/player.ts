import {atom} from 'nanostores';
import type {JournalRead} from '../claims/journal-page.js';
import {throwIfLeft} from '../claims/player-tokens.js';
import type {SwitchRecord} from '../claims/record.js';
import {createTabNews} from '../claims/tab-news.js';
import {LiveOpsError} from '../errors.js';
import type {Receipt, RewardChain, SwitchOutcome, SwitchState} from '../model.js';
import {setStore} from '../set-store.js';
import {type SwitchEnd, toOutcome} from './outcome.js';
import {createPlayerParts} from './player-parts.js';
import type {PlayerSwitchOptions} from './switch-options.js';
import {type Attempt, createRecovery} from './recovery.js';
import {createReread, readWhole, UNREAD} from './reread.js';
import {createShownReceipts} from './shown-receipts.js';
import {goOn, type RawAnswer, recordLateAnswer, switchOver} from './run.js';
import type {BeforeTurn} from './view.js';
import {doneElsewhere, hasMoved, isOtherClan, toBoards, toRestingState, toSwitchError} from './view.js';

/** One player's clan switch on this page: when its steps run, and what is shown meanwhile. */
export class Player {
  readonly $state = atom<SwitchState>({status: 'settled'});
  /** The journal as last read. */
  page = UNREAD;
  readonly #shown = createShownReceipts();
  readonly $receipts = this.#shown.$receipts;
  readonly #options: PlayerSwitchOptions;
  readonly #recovery;
  readonly #reread;
  readonly #news;
  readonly #parts;
  #isRunning = false;
  #isRead = false;
  /** The last switch of this page found the player in the old clan, and the game has not named another clan since. */
  #unchanged = false;
  #life = new AbortController();
  #isDestroyed = false;

  constructor(options: PlayerSwitchOptions) {
    this.#options = options;
    this.#recovery = createRecovery({...options, attempt: mayCheck => this.#attempt(mayCheck)});
    this.#reread = createReread(options.after, () => this.#recovery.wake());
    this.#parts = createPlayerParts(options, {
      onSlow: () => this.#switching(true),
      onLate: (sent, answer) => void this.#recordLate(sent, answer).catch(() => undefined),
    });
    this.#news = createTabNews(options.name, id => this.#changedElsewhere(id));
  }

  async switchClan(allowVolatile: boolean): Promise<SwitchOutcome> {
    const {signal} = this.#enter();
    this.#isRunning = true;
    this.#unchanged = false;
    this.#switching(false);
    try {
      const {journal, after, withLock} = this.#options;
      const before = {shown: this.page.receipts, page: await readWhole(() => journal.read(), after)};
      return await withLock(() => this.#switchInTurn(before, allowVolatile, signal));
    } catch (error) {
      setStore(this.$state, {status: 'failed', error: toSwitchError(error)});
      return 'not-sent';
    } finally {
      this.#isRunning = false;
    }
  }

  async acknowledge(id: string): Promise<void> {
    const {journal} = this.#options;
    const isKnown = (receipts: readonly Receipt[]): boolean => receipts.some(receipt => receipt.id === id);
    if (!isKnown(this.$receipts.get()) && !isKnown((await journal.read()).receipts)) return;
    // Other tabs are notified before the write: a tab that is reading now would show the receipt again.
    this.#news.notify(id);
    this.#shown.hide(id);
    await journal.close(id, 'acked');
    this.#news.notify();
  }

  wake(refill?: boolean): void {
    this.#enter();
    this.#recovery.wake(refill);
  }

  clanChanged(): void {
    this.#unchanged = false;
    if (!this.#isRunning) this.#rest();
  }

  async observe(chains: readonly RewardChain[]): Promise<void> {
    const {mark, open, complete} = this.page;
    const boards = toBoards(chains);
    // The server may be ahead of the game: the chains may already be the next clan's.
    const isOurs = mark && this.#options.clan() === mark.clan && !isOtherClan(this.page, chains, this.#options.ownName);
    if (!isOurs || open || this.#isRunning || !complete) return;
    if (JSON.stringify(mark.boards) === JSON.stringify(boards)) return;
    this.page = {...this.page, mark: {...mark, boards}};
    await this.#options.journal.amend({boards});
  }

  leave(): void {
    this.#life.abort();
    this.#news.rest();
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#life.abort();
    this.#recovery.stop();
    this.#reread.stop();
    this.#news.close();
  }

  #changedElsewhere(acknowledged: string | undefined): void {
    if (acknowledged === undefined) this.#recovery.wake();
    else this.#shown.hide(acknowledged);
  }

  #enter(): AbortController {
    if (this.#life.signal.aborted && !this.#isDestroyed) this.#life = new AbortController();
    this.#news.listen();
    return this.#life;
  }

  #switching(slow: boolean): void {
    setStore(this.$state, {status: 'switching', slow});
  }

  #rest(): void {
    setStore(this.$state, toRestingState(this.page, this.#options.clan(), this.#unchanged));
  }

  #restUnlessFailed(): void {
    if (!this.#isRunning && this.$state.value.status !== 'failed') this.#rest();
  }

  async #readJournal(): Promise<JournalRead> {
    const {journal, firstClan} = this.#options;
    let page = await journal.read();
    // If the player has left meanwhile, it would be the next player's clan.
    const first = this.#life.signal.aborted ? undefined : firstClan();
    if (!page.mark && first !== undefined) {
      await journal.settleFirst(first);
      page = await journal.read();
    }
    // A failure is replaced by what another page has done since.
    const isOver = this.#isRead && this.$state.value.status === 'failed' && hasMoved(this.page, page);
    this.page = page;
    this.#isRead = true;
    this.#reread.note(page);
    this.#shown.show(page.receipts);
    if (isOver && !this.#isRunning) this.#rest();
    return page;
  }

  /** An answer is stored for its player, even if another one has signed in: only this answer lists the rewards. */
  #recordLate(sent: SwitchRecord, answer: RawAnswer | undefined): Promise<unknown> {
    return this.#options.withLock(async () => {
      const page = await this.#readJournal();
      return this.#finish(await recordLateAnswer(this.#parts.until(this.#life.signal), page, sent, answer));
    });
  }

  async #finish(end: SwitchEnd): Promise<SwitchOutcome> {
    await this.#readJournal();
    this.#unchanged = end.kind === 'unchanged';
    if (end.kind === 'refused') setStore(this.$state, {status: 'failed', error: end.error});
    else this.#rest();
    // If no page can settle the switch, waking each other up would only use up their checks.
    const isOver = end.kind !== 'open' && this.#waitOf(end) === undefined;
    if (isOver) this.#news.notify();
    const mayHaveMoved = isOver && end.kind !== 'refused';
    if (mayHaveMoved && !this.#life.signal.aborted) this.#options.onSwitched();
    return toOutcome(end);
  }

  async #switchInTurn(before: BeforeTurn, allowVolatile: boolean, signal: AbortSignal): Promise<SwitchOutcome> {
    throwIfLeft(signal);
    // A check that ended during the wait may have shown another state.
    this.#switching(false);
    const now = await this.#readJournal();
    const elsewhere = doneElsewhere(before, now);
    if (elsewhere) {
      this.#rest();
      return elsewhere;
    }
    if (!now.complete && !now.answered && !allowVolatile) {
      throw new LiveOpsError('storage-unavailable', 'A store did not answer: an earlier switch may be open.');
    }
    const end = await switchOver(this.#parts.until(signal), now, allowVolatile);
    if (end.kind === 'open' || this.#waitOf(end) !== undefined) this.#recovery.later(this.#waitOf(end));
    return this.#finish(end);
  }

  async #attempt(mayCheck: boolean): Promise<Attempt> {
    const {signal} = this.#life;
    // When the page is shown again, `wake` is called.
    if (signal.aborted || this.#options.hidden?.()) return {isOpen: false};
    let waitMs: number | undefined;
    try {
      await this.#readJournal();
      this.#restUnlessFailed();
      const mayGoOn = mayCheck && this.page.complete && !signal.aborted;
      if (this.page.open && mayGoOn) waitMs = await this.#options.withLock(() => this.#checkInTurn(signal));
    } catch {
      if (!this.#isRunning) this.#rest();
    }
    return {isOpen: this.page.open !== undefined && this.page.complete && !signal.aborted, waitMs};
  }

  async #checkInTurn(signal: AbortSignal): Promise<number | undefined> {
    const {open, complete} = await this.#readJournal();
    if (!open || !complete) return void this.#restUnlessFailed();
    const end = await goOn(this.#parts.until(signal), open);
    await this.#finish(end);
    return this.#waitOf(end);
  }

  #waitOf(end: SwitchEnd): number | undefined {
    const dueAt = end.kind === 'open' || end.kind === 'refused' ? end.dueAt : undefined;
    return dueAt === undefined ? undefined : Math.max(0, dueAt - this.#options.today());
  }
}
