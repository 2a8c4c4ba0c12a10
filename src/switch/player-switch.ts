import {atom, type ReadableAtom} from 'nanostores';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {Receipt, SwitchOutcome, SwitchState} from '../model.js';
import {publish} from '../publish.js';
import {advance, type FlowParts, switchOver, takeLate} from './flow.js';
import type {JournalPage} from './journal.js';
import {type SwitchEnd, toOutcome} from './outcome.js';
import {type Patience, waitFor} from './patience.js';
import {createRecovery} from './recovery.js';
import {owedBy} from './snapshot.js';
import {createTabNews} from './tab-news.js';

/** The clan switch of one player. What belongs to another player lives in another one of these. */
export type PlayerSwitch = {
  readonly $state: ReadableAtom<SwitchState>;
  readonly $receipts: ReadableAtom<readonly Receipt[]>;
  /** Sends one update, unless another page just did. Never rejects. */
  switchClan(options: SwitchOptions): Promise<SwitchOutcome>;
  acknowledge(receiptId: string): Promise<void>;
  /** Reads the journal, and looks up a switch whose end is unknown. */
  wake(): void;
  /** The game names another clan. */
  clanChanged(): void;
  destroy(): void;
};

export type SwitchOptions = {
  /** Goes on where no store keeps the receipt, which then lives as long as the page. Default `false`. */
  allowVolatile?: boolean;
};

export type PlayerSwitchOptions = Omit<FlowParts, 'send'> &
  Patience & {
    /** Tells this player's pages from those of others. */
    name: string;
    /** The first clan that this page heard of; it counts as settled where none is on record. */
    firstClan(): string | null | undefined;
    /** Runs a task when nothing else of the player's is being claimed, in any tab. */
    alone<T>(task: () => Promise<T>): Promise<T>;
    send(stillWanted: () => boolean): ReturnType<FlowParts['send']>;
    /** Called when the player may be in another clan. */
    onSwitched(): void;
    random(): number;
  };

/** Updates without an answer, a page life; more would only add to what is wrong. */
const MOST_UNANSWERED = 5;

export function createPlayerSwitch(options: PlayerSwitchOptions): PlayerSwitch {
  const {journal, alone} = options;
  const $state = atom<SwitchState>({status: 'settled'});
  const $receipts = atom<readonly Receipt[]>([]);
  let page: Partial<JournalPage> = {};
  let isRunning = false;
  let unanswered = 0;

  const switching = (slow: boolean): void => publish($state, {status: 'switching', slow});

  const rest = (unchanged?: true): void => {
    if (page.open) {
      const expected = owedBy(page.open.snapshot).map(({reward}) => reward);
      return publish($state, {status: 'recovering', expected});
    }
    const clan = options.clan();
    const isPending = page.mark !== undefined && clan !== undefined && clan !== page.mark.clan;
    publish($state, {status: isPending ? 'pending' : 'settled', ...(unchanged && {unchanged})});
  };

  const readJournal = async (): Promise<JournalPage> => {
    let read = await journal.read();
    const first = options.firstClan();
    if (!read.mark && first !== undefined) {
      await journal.settle(first);
      read = await journal.read();
    }
    page = read;
    publish($receipts, read.receipts);
    return read;
  };

  const send: FlowParts['send'] = async sent => {
    if (unanswered >= MOST_UNANSWERED) throw new LiveOpsError('outcome-unknown', 'Too many updates had no answer.');
    const answer = await waitFor(options.send, options, {
      onSlow: () => switching(true),
      onLate: late =>
        void alone(async () => finish(await takeLate(flow, await readJournal(), sent, late))).catch(() => undefined),
    });
    if (!answer) unanswered++;
    return answer;
  };

  const flow = {...options, send};

  const finish = async (end: SwitchEnd): Promise<SwitchOutcome> => {
    await readJournal();
    if (end.kind === 'refused') publish($state, {status: 'failed', error: end.error});
    else rest(end.kind === 'unchanged' || undefined);
    // Pages that wake each other up over what none of them can settle would use up their looks at once.
    if (end.kind !== 'open') news.tell();
    if (end.kind !== 'refused' && end.kind !== 'open') options.onSwitched();
    return toOutcome(end);
  };

  const switchAlone = async (before: JournalPage, allowVolatile: boolean): Promise<SwitchOutcome> => {
    // A look that ended meanwhile may have told otherwise.
    switching(false);
    const now = await readJournal();
    const elsewhere = doneElsewhere(before, now);
    if (!elsewhere) {
      const end = await switchOver(flow, now, allowVolatile);
      if (end.kind === 'open') recovery.later();
      return finish(end);
    }
    rest();
    return elsewhere;
  };

  const look = async (mayLook: boolean): Promise<boolean> => {
    try {
      await readJournal();
      if (!isRunning && $state.value.status !== 'failed') rest();
      if (page.open && mayLook) await alone(lookAlone);
    } catch {
      rest();
    }
    return page.open !== undefined;
  };

  const lookAlone = async (): Promise<void> => {
    const {open} = await readJournal();
    if (open) await finish(await advance(flow, open));
  };

  const recovery = createRecovery({...options, attempt: look});
  const news = createTabNews(options.name, recovery.wake);

  return {
    $state,
    $receipts,
    async switchClan({allowVolatile = false}) {
      isRunning = true;
      switching(false);
      try {
        const before = await journal.read();
        return await alone(() => switchAlone(before, allowVolatile));
      } catch (error) {
        publish($state, {status: 'failed', error: toLiveOpsError(error)});
        return 'not-sent';
      } finally {
        isRunning = false;
      }
    },
    async acknowledge(id) {
      publish(
        $receipts,
        $receipts.value.filter(receipt => receipt.id !== id),
      );
      await journal.close(id, 'acked');
      news.tell();
    },
    wake() {
      news.listen();
      recovery.wake();
    },
    clanChanged() {
      if (!isRunning) rest();
    },
    destroy() {
      recovery.stop();
      news.close();
    },
  };
}

/** What another page did while this one waited for its turn: the player wants one switch, whoever sends it. */
function doneElsewhere(before: JournalPage, now: JournalPage): SwitchOutcome | undefined {
  const receipt = now.receipts.find(({id}) => !before.receipts.some(one => one.id === id));
  if (receipt) return receipt.complete ? 'rewarded' : 'uncertain';
  return before.mark && now.mark?.clan !== before.mark.clan ? 'nothing' : undefined;
}

/** Anything else than our own errors comes from the lock, when another page has held it for too long. */
function toLiveOpsError(error: unknown): LiveOpsError {
  return isLiveOpsError(error) ? error : new LiveOpsError('timeout', 'Another page is switching clans.');
}
