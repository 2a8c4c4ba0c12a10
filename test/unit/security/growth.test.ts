import assert from 'node:assert/strict';
import {test} from 'node:test';

import {readCapped} from '../../../src/http/body.js';
import {readClanUpdate} from '../../../src/clan-switch/update.js';
import {toContributorRows} from '../../../src/boards/wire.js';
import {toWaitMs} from '../../../src/clan-switch/update.js';
import {toFailure} from '../../../src/http/failures.js';
import {toRewardChain} from '../../../src/reward-chains/wire.js';
import {toAmount, toImageUrl, toJson, toTime} from '../../../src/http/parse.js';
import {playerOf} from '../../../src/auth/player.js';
import {toContributors} from '../../../src/boards/contributors.js';
import {clanNoun} from '../../../src/text/clan-nouns.js';
import {cleanName} from '../../../src/text/names.js';
import {chainAnswer, rewardAnswer} from '../../support/wire.js';

const headers = new Headers({'content-type': 'application/json'});
const rows = (count: number) =>
  Array.from({length: count}, (_, index) => ({name: `n${index % 97}`, amount: index % 7}));
const wireRows = (count: number) => rows(count).map(({name, amount}) => ({name, contributed_amount: amount}));
const listOf = <T>(count: number, item: T): T[] => Array.from({length: count}, () => item);

/** What is done with an input of a size, prepared beforehand. */
const WORK: Readonly<Record<string, (size: number) => () => unknown>> = {
  'rows of a board': size => {
    const body = wireRows(size * 10);
    return () => toContributorRows(body);
  },
  'ranks, own rows and ties': size => {
    const raw = rows(size * 10);
    const before = toContributors(raw, {});
    return () => toContributors(raw, {ownName: 'n1'}, before);
  },
  'steps of a chain': size => {
    const step = {step_id: 1, name: 'x', is_claimed: false, price: {amount: 1}, reward: listOf(3, rewardAnswer())};
    const chain = chainAnswer({steps: listOf(size, step)});
    return () => toRewardChain(chain);
  },
  'rewards of a clan update': size => {
    const text = JSON.stringify({reward: listOf(size, rewardAnswer())});
    return () => readClanUpdate({status: 200, text});
  },
  'a page in place of an error': size => {
    const text = '<'.repeat(size * 1_000);
    return () => toFailure({status: 422, headers, text});
  },
  'lists within lists': size => {
    const text = '['.repeat(size * 20) + ']'.repeat(size * 20);
    return () => toJson({headers, text});
  },
  'a list that never closes': size => {
    const text = `[${'{"a":1},'.repeat(size * 100)}`;
    return () => readClanUpdate({status: 200, text});
  },
  whitespace: size => {
    const text = `${' '.repeat(size * 1_000)}[]`;
    return () => toJson({headers, text});
  },
};

/** The shortest of several goes, milliseconds: a busy machine only ever adds. */
function cost(work: () => unknown): number {
  const goes = Array.from({length: 7}, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...goes);
}

const MOST_GROWTH = 15;
const MOST_MEASUREMENTS = 30;

for (const [what, workOf] of Object.entries(WORK)) {
  test(`ten times as much of ${what} costs at most fifteen times as much`, () => {
    const [small, large] = [workOf(30), workOf(300)];
    for (let warm = 0; warm < 20; warm++) small();
    large();

    // The best of several measurements, since other work on the machine may fall on one side of any of them.
    const ratios: number[] = [];
    while (ratios.length < MOST_MEASUREMENTS && Math.min(...ratios) > MOST_GROWTH)
      ratios.push(cost(large) / Math.max(0.02, cost(small)));

    assert.ok(Math.min(...ratios) <= MOST_GROWTH, ratios.map(ratio => ratio.toFixed(1)).join(', '));
  });
}

const MILLION = 1_000_000;
const WORST = [' ', '0', 'a', '\u0301', '\u200d', '<', '%', '.', '-', 'zh-', '\ud800', '9', '/', '💎', 'GMT', '~='];

/** Everything with a pattern that a text from outside meets. */
const PATTERNS: Readonly<Record<string, (text: string) => unknown>> = {
  'a name': cleanName,
  'an amount': toAmount,
  'an image address': toImageUrl,
  'a clan noun': clanNoun,
  // The broker refuses what is longer before anybody looks into it.
  'a token': text => playerOf(text.slice(0, 16_384)),
  'a media type': text => {
    try {
      return toJson({headers: {get: () => text} as never, text: '[]'});
    } catch {
      return undefined;
    }
  },
  'a date': toTime,
  'a time to wait before an update': text => toWaitMs({status: 503, retryAfter: text, date: text} as never, 0),
  'a time to wait': text => toFailure({status: 503, headers: {get: () => text} as never, text: ''}),
};

for (const [what, read] of Object.entries(PATTERNS)) {
  test(`${what} of a million letters is read within 50 ms, whatever the letters`, () => {
    for (const letter of WORST) {
      const text = letter.repeat(MILLION / letter.length);
      for (const hostile of [text, `x${text}`, `${text}!`, `application/${text}`, `a.${text}.b`]) {
        assert.ok(shortestTime(50, () => read(hostile)) < 50, JSON.stringify(letter));
      }
    }
  });
}

test('a body far above the cap costs no more than one that is just above it', async () => {
  const responseOf = (chunks: number) => {
    let sent = 0;
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      if (sent++ < chunks) controller.enqueue(new Uint8Array(65_536));
      else controller.close();
    };
    return {response: new Response(new ReadableStream({pull}, {highWaterMark: 0})), sent: () => sent};
  };
  const bomb = responseOf(100_000);

  await assert.rejects(readCapped(bomb.response, 65_536), {code: 'bad-answer'});

  assert.equal(bomb.sent(), 2);
});

/** The shortest time of ten, in milliseconds, or the first that is under the limit: other processes may have taken a turn. */
function shortestTime(limitMs: number, work: () => unknown): number {
  let shortest = Infinity;
  for (let turn = 0; turn < 10 && shortest >= limitMs; turn++) shortest = Math.min(shortest, timeOf(work));
  return shortest;
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
