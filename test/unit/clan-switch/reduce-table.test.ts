import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {LiveOpsError} from '../../../src/errors.js';
import {reduce, TABLE} from '../../../src/clan-switch/reduce.js';
import type {Event, EventType, Now, State, StateName} from '../../../src/clan-switch/states.js';
import {readClanUpdate} from '../../../src/clan-switch/update.js';
import type {SwitchRecord} from '../../../src/claims/record.js';
import {NEW_YEAR, OWLS, poorer, quest, richer, same, WOLVES} from './make-flow.js';
import {granted} from './parts.js';
import {lists, refuses} from './make-switch.js';

type Row = readonly [state: string, event: string, next: string];

function rowsOfDocs(): readonly Row[] {
  const text = readFileSync('docs/internals/clan-switch.md', 'utf8');
  const table = text.slice(text.indexOf('A test compares this table')).split('\n\n')[1] ?? '';
  const rows = table.split('\n').slice(2);
  return rows.map(
    row =>
      row
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()) as unknown as Row,
  );
}

function rowsOfCode(): readonly Row[] {
  return Object.entries(TABLE).flatMap(([state, events]) =>
    Object.entries(events).map(([event, {next}]): Row => [state, event, next.join(', ')]),
  );
}

const RECORD: SwitchRecord = {
  id: 'a',
  state: 'inflight',
  at: new Date(NEW_YEAR).toISOString(),
  tries: 0,
  clan: 'owls',
  volatile: false,
  snapshot: [],
  rewards: [],
  complete: false,
};
const ERROR = new LiveOpsError('network', 'Offline.');
const ANSWERS = [undefined, lists(), lists(granted('box')), refuses(403), refuses(429), {status: 200, text: '{}'}];
const CHAINS = [same, poorer, richer, [quest(600, OWLS)], [quest(700, WOLVES)], []];

const draws = fc.infiniteStream(
  fc.record({
    answer: fc.constantFrom(...ANSWERS),
    chains: fc.constantFrom(...CHAINS),
    durable: fc.boolean(),
    fails: fc.boolean(),
    passMs: fc.constantFrom(0, 1_000, 60_000, 3_600_000),
  }),
);
type Draw = typeof draws extends fc.Arbitrary<fc.Stream<infer T>> ? T : never;

/** What the world may answer to the effect of a state. */
function answerTo(effect: string, now: Now, {answer, chains, durable, fails}: Draw): Event {
  if (effect === 'readChains') {
    return fails ? {type: 'chainsFailed', now, error: ERROR} : {type: 'chainsRead', now, chains};
  }
  if (effect === 'keep') return {type: 'kept', now, durable};
  if (effect === 'send') return fails ? {type: 'notSent', now, error: ERROR} : {type: 'answered', now, answer};
  if (effect === 'record') return {type: 'recorded', now, result: readClanUpdate(answer)};
  return {type: 'written', now};
}

type Played = {effects: readonly string[]; state: State; open: SwitchRecord | undefined};

/** One step of a switch, from its start to its end; every transition is checked against the table. */
function play(pressed: boolean, open: SwitchRecord | undefined, stream: Iterator<Draw>): Played {
  let today = NEW_YEAR;
  const now = (): Now => ({
    today,
    server: {earliest: today, latest: today},
    seenMs: 0,
    clan: 'owls',
    ownName: 'Rocket',
  });
  const page = {open, receipts: [], mark: undefined};
  let state: State = {name: 'start'};
  let event: Event | undefined = {
    type: 'started',
    now: now(),
    page,
    result: readClanUpdate(open?.answer),
    task: {pressed, sent: 0},
    draft: RECORD,
  };
  const effects: string[] = [];
  while (event && effects.length < 50) {
    const next = reduce(state, event);
    const declared = (TABLE[state.name] as Record<EventType, {next: readonly StateName[]}>)[event.type].next;
    assert.ok(declared.includes(next.state.name), `${state.name}, ${event.type} → ${next.state.name}`);
    state = next.state;
    const [effect, ...others] = next.effects;
    assert.equal(others.length, 0);
    const draw = stream.next().value as Draw;
    if (effect && 'record' in effect) open = effect.record;
    if (effect) effects.push(effect.type);
    today += draw.passMs;
    event = effect && answerTo(effect.type, now(), draw);
  }
  return {effects, state, open};
}

describe('one step of a clan switch', () => {
  it('is documented as it is coded', () => {
    assert.ok(rowsOfCode().length > 10);
    assert.deepEqual(rowsOfDocs(), rowsOfCode());
  });

  it('ends, sends no more than it may, and nothing without a snapshot on the disk', () => {
    fc.assert(
      fc.property(fc.boolean(), draws, (pressed, stream) => {
        let open: SwitchRecord | undefined;
        for (let visit = 0; visit < 4; visit++) {
          const isPress = pressed || !open;
          const {effects, state, open: left} = play(isPress, open, stream[Symbol.iterator]());

          assert.ok(state.name === 'ended' || state.name === 'failed', effects.join());
          const sent = effects.filter(effect => effect === 'send').length;
          assert.ok(sent <= (isPress ? 2 : 1), effects.join());
          effects.forEach((effect, index) => assert.ok(effect !== 'send' || effects[index - 1] === 'keep'));
          open = state.name === 'ended' && state.end.kind === 'open' ? left : undefined;
        }
      }),
      {numRuns: 3_000, seed: 14},
    );
  });

  it('takes no event but those that its state waits for', () => {
    const state: State = {name: 'noting', task: {pressed: true, sent: 0}, draft: RECORD, left: undefined};
    const server = {earliest: NEW_YEAR, latest: NEW_YEAR};
    const now: Now = {today: NEW_YEAR, server, seenMs: 0, clan: 'owls', ownName: undefined};

    for (const event of [
      {type: 'kept', now, durable: true},
      {type: 'written', now},
    ] as const) {
      assert.deepEqual(reduce(state, event), {state, effects: []});
    }
  });
});
