import {ageOf} from './age.js';
import {assessCheck, LATE_MS, mayBeLeftClan, MOST_SENT, waitEnd} from './assess.js';
import {hasRoom} from './receipt.js';
import {takeSnapshot} from './snapshot.js';
import type {Event, EventType, State, StateName, Step, Task} from './states.js';
import {
  act,
  assessAnswer,
  enter,
  fail,
  finish,
  keep,
  recordAnswer,
  resume,
  toOpen,
  unkept,
  withdraw,
} from './transitions.js';

type StateOf<N extends StateName> = Extract<State, {name: N}>;
type EventOf<T extends EventType> = Extract<Event, {type: T}>;
type Transition<N extends StateName, T extends EventType> = {
  /** The possible next states; `docs/internals/clan-switch.md` has the same table. */
  readonly next: readonly StateName[];
  readonly run: (state: StateOf<N>, event: EventOf<T>) => Step;
};
type Table = {readonly [N in StateName]?: {readonly [T in EventType]?: Transition<N, T>}};

/** Every event that a state waits for; any other event leaves the state unchanged. */
export const TABLE: Table = {
  start: {
    started: {
      next: ['noting', 'keeping', 'checking', 'closing', 'failed'],
      run: (_, {now, page, result, task, draft}) => {
        if (page.open) return resume(now, task, page.open, result);
        if (!hasRoom(page.receipts)) return fail(unkept('Too many receipts wait to be acknowledged.'));
        return enter({name: 'noting', task, draft, left: page.left}, {type: 'readChains'});
      },
    },
    answeredLate: {
      next: ['recording'],
      run: (_, {now, record, answer}) => recordAnswer(now, LATE_TASK, record, answer),
    },
  },
  noting: {
    chainsRead: {
      next: ['keeping'],
      run: ({task, draft, left}, {now, chains}) => {
        const snapshot = takeSnapshot(chains, now.server.earliest);
        const isRecent = left !== undefined && ageOf(left, now) < LATE_MS;
        const isSuspect = isRecent && mayBeLeftClan(left, chains, now);
        return keep(now, task, {
          ...draft,
          snapshot,
          ...(isRecent && {recent: true}),
          ...(isSuspect && {suspect: true, blindFrom: 1}),
        });
      },
    },
    chainsFailed: {next: ['failed'], run: (_, {error}) => fail(error)},
  },
  keeping: {
    kept: {
      next: ['sending', 'withdrawing'],
      run: ({task, record, before}, {durable}) =>
        durable || record.volatile
          ? enter({name: 'sending', task, record, before}, {type: 'send', record})
          : withdraw(before, unkept('The receipt of a clan switch cannot be kept here.')),
    },
  },
  sending: {
    answered: {
      next: ['recording', 'checking', 'ended'],
      run: ({task, record}, {now, answer}) => recordAnswer(now, task, record, answer),
    },
    notSent: {next: ['withdrawing'], run: ({before}, {error}) => withdraw(before, error)},
  },
  withdrawing: {written: {next: ['failed'], run: ({error}) => fail(error)}},
  recording: {
    recorded: {
      next: ['checking', 'closing', 'ended'],
      run: ({task, record}, {now, result}) => assessAnswer(now, task, record, result),
    },
  },
  checking: {
    chainsRead: {
      next: ['keeping', 'waiting', 'closing'],
      run: ({task, record, result}, {now, chains}) =>
        act(now, {task, record, result}, assessCheck({record, result, chains, now, task})),
    },
    chainsFailed: {next: ['ended'], run: ({record}, {now}) => finish(toOpen(record, waitEnd(record, now)))},
  },
  waiting: {written: {next: ['ended'], run: ({end}) => finish(end)}},
  closing: {written: {next: ['ended'], run: ({end}) => finish(end)}},
};

/** A late answer must not send anything. */
const LATE_TASK: Task = {pressed: false, sent: MOST_SENT.byItself};

/** One step of a clan switch, without side effects: the next state, and the effects to run. */
export function reduce(state: State, event: Event): Step {
  const transitions = TABLE[state.name] as Partial<Record<EventType, AnyTransition>> | undefined;
  return transitions?.[event.type]?.run(state, event) ?? {state, effects: []};
}

type AnyTransition = {readonly next: readonly StateName[]; readonly run: (state: State, event: Event) => Step};
