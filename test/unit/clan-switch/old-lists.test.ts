import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {RawAnswer} from '../../../src/clan-switch/update.js';
import {goOn} from '../../../src/clan-switch/run.js';
import type {RewardChain} from '../../../src/model.js';
import {flowOver, NEW_YEAR, OWLS, poorer, quest, same, WOLVES} from './make-flow.js';
import {chain, granted, reward, step} from './parts.js';
import {lists, refuses} from './make-switch.js';

type World = {
  answers: readonly (RawAnswer | undefined)[];
  looks: readonly (readonly RewardChain[])[];
  clan?: () => string;
};

/** A switch on a clock that the test moves: what it shows after each of these waits, in seconds. */
async function over({answers, looks, clan = () => 'owls'}: World, ...waits: readonly number[]) {
  let now = NEW_YEAR;
  const {flow, calls, journal, begin, disk} = flowOver({answers, looks, clan, today: () => now});
  await journal.settle({clan: 'wolves'});
  const ends = [(await begin()).kind];
  for (const seconds of waits) {
    now += seconds * 1_000;
    const {open} = await journal.read();
    if (open) ends.push((await goOn(flow, open)).kind);
  }
  const {receipts, mark, open} = await journal.read();
  const rows = receipts.flatMap(({rewards}) => rewards.map(({sku, source}) => `${sku}: ${source}`));
  const sent = calls.filter(call => call.startsWith('send')).length;
  const wait = (seconds: number): void => void (now += seconds * 1_000);
  return {ends, rows, complete: receipts[0]?.complete, mark, open, sent, flow, journal, disk, wait, calls};
}

const EMPTY = [lists()];
const SECOND_COPY = [undefined, lists()];

describe('a list from before the update', () => {
  it('does not hide what an update granted whose answer was lost', async () => {
    const {ends, rows} = await over({answers: SECOND_COPY, looks: [same, same, same, poorer]}, 60);

    assert.deepEqual([ends, rows], [['open', 'received'], ['box: recovered']]);
  });

  it('does not hide what a copy granted that the browser sent by itself', async () => {
    const {ends, rows, sent} = await over({answers: EMPTY, looks: [same, same, poorer]}, 60);

    assert.deepEqual([ends, rows, sent], [['open', 'received'], ['box: recovered'], 1]);
  });

  it('does not hide it either where the board alone is old', async () => {
    const half = [quest(900, WOLVES)];
    const {ends, rows, complete} = await over({answers: EMPTY, looks: [same, half, [quest(900, OWLS)]]}, 60);

    assert.deepEqual([ends, rows, complete], [['open', 'received'], ['box: expected'], false]);
  });

  it('is a doubt where the board stays old and the points are others', async () => {
    const {ends, rows, complete} = await over({answers: EMPTY, looks: [same, [quest(900, WOLVES)]]}, 60);

    assert.deepEqual([ends, rows, complete], [['open', 'received'], ['box: expected'], false]);
  });

  it('is no doubt where the board was old for a moment and the new clan is poorer', async () => {
    const {rows, complete} = await over({answers: EMPTY, looks: [same, [quest(9, WOLVES)], poorer]}, 60);

    assert.deepEqual([rows, complete], [['box: recovered'], true]);
  });

  it('makes no doubt of a clan whose board has grown in that minute and then is another', async () => {
    const grown = [quest(601, [...WOLVES, {name: 'newcomer', amount: 1}])];
    const {ends, rows} = await over({answers: EMPTY, looks: [same, grown, poorer]}, 60);

    assert.deepEqual([ends, rows], [['open', 'received'], ['box: recovered']]);
  });
});

describe('"nothing was granted"', () => {
  it('takes two checks that agree, the second one a minute after the update', async () => {
    const {ends, open, mark} = await over({answers: EMPTY, looks: [same]}, 1, 58, 1);

    assert.deepEqual(ends, ['open', 'open', 'open', 'unchanged']);
    assert.equal(open, undefined);
    assert.deepEqual([mark?.clan, mark?.asked], ['wolves', 'owls']);
  });

  it('takes a second check where the first one was late', async () => {
    let now = NEW_YEAR;
    const {flow, journal, begin} = flowOver({answers: EMPTY, looks: [same], today: () => now});
    const readChains = flow.readChains;
    let isGone = false;
    flow.readChains = async () => (isGone ? Promise.reject(new Error('gone')) : readChains());
    const send = flow.sendUpdate;
    flow.sendUpdate = async sent => ((isGone = true), send(sent));
    assert.equal((await begin()).kind, 'open');
    isGone = false;
    now += 3_600_000;

    assert.equal((await goOn(flow, (await journal.read()).open!)).kind, 'open');
    assert.equal((await goOn(flow, (await journal.read()).open!)).kind, 'unchanged');
  });

  it('counts from the last update, which a press sends again', async () => {
    const {flow, journal, wait, calls} = await over({answers: EMPTY, looks: [same]}, 59);
    const {switchOver} = await import('../../../src/clan-switch/run.js');

    assert.equal((await switchOver(flow, await journal.read(), false)).kind, 'open');
    wait(59);
    assert.equal((await goOn(flow, (await journal.read()).open!)).kind, 'open');
    wait(1);
    assert.equal((await goOn(flow, (await journal.read()).open!)).kind, 'unchanged');
    assert.equal(calls.filter(call => call.startsWith('send')).length, 2);
  });

  it('is never said where no update was answered', async () => {
    const waits = Array.from({length: 30}, () => 60);
    const {ends, open, sent} = await over({answers: [undefined], looks: [same]}, ...waits);

    assert.deepEqual([...new Set(ends)], ['open']);
    assert.equal(open?.tries, 5);
    assert.equal(sent, 5);
  });
});

describe('an answer without a list', () => {
  for (const text of ['{}', '{"reward": null}', 'null', '[]', '{"rewards": []}', '{"reward": {}}']) {
    it(`is judged by the chains: ${text}`, async () => {
      const answers = [{status: 200, text}];

      const moved = await over({answers, looks: [same, poorer]});
      assert.deepEqual([moved.ends, moved.rows, moved.sent], [['received'], ['box: recovered'], 1]);
      const stayed = await over({answers, looks: [same]}, 60);
      assert.deepEqual([stayed.ends, stayed.sent], [['open', 'unchanged'], 1]);
      const owedNothing = await over({answers, looks: [[quest(9)], [quest(5, OWLS)]]});
      assert.deepEqual([owedNothing.ends, owedNothing.mark?.clan, owedNothing.sent], [['nothing'], 'owls', 1]);
    });
  }

  for (const text of ['', '<h1>', '"ok"', '5', 'true', '[1]', '{"reward"']) {
    it(`is none where it is not the vendor’s: ${JSON.stringify(text)}`, async () => {
      const {ends, sent} = await over({answers: [{status: 200, text}], looks: [same]});

      assert.deepEqual([ends, sent], [['open'], 2]);
    });
  }
});

describe('a wait that the server asked for', () => {
  const busy = (retryAfter: string, status = 503): RawAnswer => ({status, text: '<h1>Busy</h1>', retryAfter});

  for (const [what, retryAfter, seconds] of [
    ['seconds', '90', 90],
    ['seconds with decimals', '90.0', 90],
    ['a date', new Date(NEW_YEAR + 300_000).toUTCString(), 300],
  ] as const) {
    it(`is kept before the next update, over page lives, too: ${what}`, async () => {
      const early = await over({answers: [busy(retryAfter), lists(granted('box'))], looks: [same]}, seconds - 1);
      assert.deepEqual([early.sent, early.rows], [1, []]);

      const {ends, sent, rows} = await over(
        {answers: [busy(retryAfter), lists(granted('box'))], looks: [same]},
        seconds,
      );
      assert.deepEqual([ends, sent, rows], [['open', 'received'], 2, ['box: answer']]);
    });
  }

  for (const status of [403, 408, 429, 500, 502, 504]) {
    it(`is kept whatever the status of who asks: ${status}`, async () => {
      const plan = {answers: [busy('90', status), lists(granted('box'))], looks: [same]};
      const early = await over(plan, 89);
      assert.deepEqual([early.sent, early.rows], [1, []]);

      const late = await over(plan, 90);
      assert.deepEqual([late.sent, late.rows], [2, ['box: answer']]);
    });
  }

  it('keeps a press waiting, too', async () => {
    const {flow, journal, sent, calls} = await over({answers: [busy('60')], looks: [same]});
    assert.equal(sent, 1);
    const {switchOver} = await import('../../../src/clan-switch/run.js');

    assert.equal((await switchOver(flow, await journal.read(), false)).kind, 'open');

    assert.equal(calls.filter(call => call.startsWith('send')).length, 1);
  });

  it('is an hour at most', async () => {
    const {sent} = await over({answers: [busy('86400'), lists(granted('box'))], looks: [same]}, 3_600);

    assert.equal(sent, 2);
  });

  it('ends where the clock was set back meanwhile', async () => {
    const {ends, rows} = await over({answers: [busy('90'), lists(granted('box'))], looks: [same]}, -4 * 86_400);

    assert.deepEqual([ends, rows], [['open', 'received'], ['box: answer']]);
  });

  it('keeps a refusal open until it is over', async () => {
    const limited = {...refuses(429), retryAfter: '120'};
    const {ends, open} = await over({answers: [limited], looks: [same]}, 60, 60, 5);

    assert.deepEqual(ends, ['refused', 'refused', 'refused']);
    assert.equal(open, undefined);
  });

  for (const retryAfter of ['soon', '-5', '', '0']) {
    it(`is none: ${JSON.stringify(retryAfter)}`, async () => {
      const {sent} = await over({answers: [busy(retryAfter)], looks: [same]});

      assert.equal(sent, 2);
    });
  }
});

describe('an early check', () => {
  /** A switch, another one some seconds later, and that one a minute later. */
  const twice = async (answers: World['answers'], looks: World['looks'], seconds = 12) => {
    let now = NEW_YEAR;
    const {flow, journal, begin} = flowOver({answers, looks, today: () => now});
    let ids = 0;
    flow.createId = () => `switch ${++ids}`;
    await begin();
    now += seconds * 1_000;
    const early = await begin();
    now += 60_000;
    const {open} = await journal.read();
    const end = open ? await goOn(flow, open) : early;
    const {receipts} = await journal.read();
    const [receipt] = receipts.filter(({id}) => id === 'switch 2');
    return [early.kind, end.kind, receipt?.rewards.map(({sku, source}) => `${sku}: ${source}`), receipt?.complete];
  };
  const [none, unnamed] = [[quest(0, [])], [quest(628, [])]];

  it('may show the clan before the one that was noted, where that was entered a moment ago', async () => {
    const looks = [none, unnamed, none, unnamed];

    assert.deepEqual(await twice([lists()], looks), ['open', 'received', ['box: expected'], false]);
    const late = await twice([lists()], [none, unnamed, poorer, poorer]);
    assert.deepEqual(late, ['open', 'received', ['box: recovered'], true]);
  });

  it('does not end a switch that owed nothing, either, and for no longer than that moment', async () => {
    const [answers, owls] = [[lists(granted('box')), undefined, lists()], [quest(9, OWLS)]];

    assert.deepEqual(await twice(answers, [same, owls, same, owls]), ['open', 'nothing', undefined, undefined]);
    const later = await twice(answers, [same, owls, [quest(5, [{name: 'corvus', amount: 5}])]], 60);
    assert.deepEqual(later.slice(0, 2), ['nothing', 'nothing']);
  });

  describe('of a switch right after another one, whose list may be of the clan before', () => {
    const corvus = [quest(5, [{name: 'corvus', amount: 5}])];
    const poor = [quest(9, WOLVES)];

    it('leaves a doubt where the answer may be the one to a copy that the browser sent', async () => {
      assert.deepEqual(await twice([lists()], [none, none, corvus]), ['open', 'received', [], false]);
      assert.deepEqual((await twice([lists()], [none, none, corvus], 60)).slice(0, 2), ['nothing', 'nothing']);
    });

    it('leaves a doubt where an update was lost and the player is back in that clan', async () => {
      const answers = [lists(), undefined, lists()];

      assert.deepEqual(await twice(answers, [poor]), ['open', 'received', [], false]);
    });

    it('calls nothing recovered that the clan before owed, though the boards are new', async () => {
      const answers = [lists(granted('box')), undefined];
      const old = [quest(600, OWLS)];

      assert.deepEqual(await twice(answers, [same, old, corvus]), ['open', 'received', ['box: expected'], false]);
    });

    it('leaves a doubt where the switch before was sent twice, so that its own list may have been the next clan’s', async () => {
      const answers = [undefined, lists(), undefined, lists()];

      assert.deepEqual(await twice(answers, [none, poorer, none, corvus]), ['open', 'received', [], false]);
    });

    it('leaves none where there are no chains that could owe anything', async () => {
      assert.deepEqual((await twice([lists()], [[]])).slice(0, 2), ['nothing', 'nothing']);
    });
  });

  it('may be older than the note where no board tells one clan from the next', async () => {
    const [noted, older] = [[quest(600, [])], [quest(300, [])]];

    const fell = await over({answers: EMPTY, looks: [noted, older]}, 60);
    assert.deepEqual([fell.ends, fell.rows], [['open', 'received'], ['box: recovered']]);
    const rose = await over({answers: EMPTY, looks: [noted, older, noted]}, 60);
    assert.deepEqual([rose.ends, rose.rows, rose.complete], [['open', 'received'], ['box: expected'], false]);
  });

  it('may have the old list next to the next clan’s board', async () => {
    const {ends, rows} = await over({answers: EMPTY, looks: [same, [quest(600, OWLS)], poorer]}, 60);

    assert.deepEqual([ends, rows], [['open', 'received'], ['box: recovered']]);
  });
});

describe('the snapshot of an update that is sent again', () => {
  const cups = (points: number, board = OWLS): RewardChain => ({
    ...chain(102, points, step(1, 100, [reward('cup')])),
    topContributors: board,
  });

  it('proves nothing of what only it shows: that may be the next clan’s', async () => {
    const grown = quest(700, [...WOLVES, {name: 'newcomer', amount: 100}]);
    const looks = [
      [quest(), cups(38, [])],
      [grown, cups(331, [])],
      [quest(9, OWLS), cups(38)],
    ];

    const {rows, complete, sent} = await over({answers: SECOND_COPY, looks});

    assert.deepEqual([sent, rows, complete], [2, ['box: recovered', 'cup: expected'], false]);
  });

  it('does so for a player who was in no clan', async () => {
    const looks = [[quest(0, [])], [quest(600, [])], [quest(0, [])]];

    const {rows, complete, sent} = await over({answers: SECOND_COPY, looks}, 60);

    assert.deepEqual([sent, rows, complete], [2, ['box: expected'], false]);
  });

  it('may not show what it would claim where the game has moved the player again', async () => {
    const words = (clans: readonly string[]) => (): string => String(clans[Math.min(asked++, clans.length - 1)]);
    let asked = 0;
    const world = {answers: [undefined, undefined], looks: [[quest(9)], [quest(9)], [quest(5, OWLS)]]};

    const stayed = await over(world, 60);
    assert.deepEqual([stayed.sent, stayed.ends[0], stayed.rows, stayed.complete], [2, 'open', [], undefined]);
    const moved = await over({...world, clan: words(['owls', 'owls', 'owls', 'owls', 'ravens'])}, 60);
    assert.deepEqual([moved.sent, moved.ends, moved.complete], [2, ['open', 'received'], false]);
  });

  it('is covered by an answer that lists it', async () => {
    const looks = [[quest(0, [])], [quest(600, [])]];

    const {rows, complete} = await over({answers: [undefined, lists(granted('box'))], looks});

    assert.deepEqual([rows, complete], [['box: answer'], true]);
  });
});

describe('a snapshot taken right after another switch', () => {
  const afterSwitch = async (answers: readonly (RawAnswer | undefined)[], looks: World['looks'], seconds: number) => {
    let now = NEW_YEAR;
    const parts = flowOver({answers: [lists(granted('box')), ...answers], looks, today: () => now, clan: () => 'owls'});
    let ids = 0;
    parts.flow.createId = () => `switch ${++ids}`;
    await parts.begin();
    now += seconds * 1_000;
    await parts.begin();
    const {open} = await parts.journal.read();
    now += 60_000;
    if (open) await goOn(parts.flow, open);
    const {receipts} = await parts.journal.read();
    return receipts[1] && [receipts[1].rewards.map(({sku, source}) => `${sku}: ${source}`), receipts[1].complete];
  };

  it('proves nothing that the answer does not list: it may be of the clan before', async () => {
    assert.deepEqual(await afterSwitch([lists()], [same, same, poorer], 59), [['box: expected'], false]);
    assert.deepEqual(await afterSwitch([lists()], [same, same, poorer], 60), [['box: recovered'], true]);
  });

  it('may owe what it does not show', async () => {
    assert.deepEqual(await afterSwitch([undefined], [same, [quest(9)], poorer], 59), [[], false]);
    assert.equal(await afterSwitch([undefined], [same, [quest(9)], poorer], 60), undefined);
  });

  it('is as good as any where the answer lists what it shows', async () => {
    assert.deepEqual(await afterSwitch([lists(granted('box'))], [same], 1), [['box: answer'], true]);
  });
});
