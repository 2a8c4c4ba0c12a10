/* The parts of a clan switch: named states, the events they wait for, and the effects that cause these events. */
import type {ClanMark, LeftClan, SwitchRecord} from '../claims/record.js';
import type {JournalPage} from '../claims/journal-page.js';
import type {LiveOpsError} from '../errors.js';
import type {RewardChain, Snapshot} from '../model.js';
import type {ServerTime} from '../stores/server-clock.js';
import type {SwitchEnd, UpdateResult} from './outcome.js';
import type {RawAnswer} from './update.js';

/** The facts at the time of an event, read by the runner so that the reducer stays pure. */
export type Now = {
  /** Milliseconds since 1970. */
  readonly today: number;
  /** The range of the server's time: the device's clock must not decide whether a chain has ended. */
  readonly server: Pick<ServerTime, 'earliest' | 'latest'>;
  /** How long this page has known of the current record, by a clock that never jumps, milliseconds. */
  readonly seenMs: number;
  /** The clan that the game names; `undefined` if unknown. */
  readonly clan: string | null | undefined;
  /** The player's name on the boards, if known. */
  readonly ownName: string | undefined;
};

/** Whether the player requested this step, and the number of updates it has sent. */
export type Task = {readonly pressed: boolean; readonly sent: number};

/** An open record, and the step that works on it. */
type Work = {readonly task: Task; readonly record: SwitchRecord};

/** Every state but `start`, `ended` and `failed` waits for the one effect that it started with. */
export type State =
  | {readonly name: 'start'}
  /** The chains are being read for the snapshot. */
  | {readonly name: 'noting'; readonly task: Task; readonly draft: SwitchRecord; readonly left: LeftClan | undefined}
  /** The snapshot is being written; `before` is the record that this update continues. */
  | (Work & {readonly name: 'keeping'; readonly before: SwitchRecord})
  /** The update is under way. */
  | (Work & {readonly name: 'sending'; readonly before: SwitchRecord})
  /** Nothing was sent, so the journal's previous record is restored. */
  | {readonly name: 'withdrawing'; readonly error: LiveOpsError}
  /** The raw answer is being written. */
  | (Work & {readonly name: 'recording'})
  /** The chains are being read to find out what happened. */
  | (Work & {readonly name: 'checking'; readonly result: UpdateResult})
  /** The result of the check is being written; the record stays open. */
  | {readonly name: 'waiting'; readonly end: SwitchEnd}
  /** The final record is being written. */
  | {readonly name: 'closing'; readonly end: SwitchEnd}
  | {readonly name: 'ended'; readonly end: SwitchEnd}
  /** Nothing was sent. */
  | {readonly name: 'failed'; readonly error: LiveOpsError};

export type StateName = State['name'];

export type Event =
  /** `result` is that of the answer in the open record; `draft` becomes the record if none is open. */
  | {type: 'started'; now: Now; page: JournalPage; result: UpdateResult; task: Task; draft: SwitchRecord}
  /** An answer has arrived after it was given up, and its record is still open. */
  | {type: 'answeredLate'; now: Now; record: SwitchRecord; answer: RawAnswer}
  | {type: 'chainsRead'; now: Now; chains: readonly RewardChain[]}
  | {type: 'chainsFailed'; now: Now; error: LiveOpsError}
  /** `durable`: whether the snapshot outlives the page. */
  | {type: 'kept'; now: Now; durable: boolean}
  | {type: 'answered'; now: Now; answer: RawAnswer | undefined}
  /** It is certain that nothing was sent. */
  | {type: 'notSent'; now: Now; error: LiveOpsError}
  /** The answer is stored, and `result` is what it says. */
  | {type: 'recorded'; now: Now; result: UpdateResult}
  | {type: 'written'; now: Now};

export type EventType = Event['type'];

/** A change to the clan on record: a new clan, or a clan for which the server answered an update without a change. */
export type MarkChange = Omit<ClanMark, 'id' | 'state'> | {readonly asked: string | null};

export type Effect =
  | {readonly type: 'readChains'}
  /** Writes the record before its update is sent. */
  | {readonly type: 'keep'; readonly record: SwitchRecord}
  | {readonly type: 'send'; readonly record: SwitchRecord}
  /** Writes the record with its raw answer. */
  | {readonly type: 'record'; readonly record: SwitchRecord}
  /** Writes the record and the changes of the switch: the clan on record, and the clan that was left. */
  | ({readonly type: 'write'; readonly record: SwitchRecord} & Moved)
  | ({readonly type: 'close'; readonly record: SwitchRecord} & Moved);

export type Moved = {readonly mark?: MarkChange | undefined; readonly left?: Snapshot | undefined};

export type Step = {readonly state: State; readonly effects: readonly Effect[]};
