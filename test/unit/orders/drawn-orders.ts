import assert from 'node:assert/strict';

import fc from 'fast-check';

import type {Order, OrderTarget} from '../../../src/offers.js';
import {timerDone} from '../../support/settled.js';
import {type Fate, FATES, type Look, LOOKS, OrderWorld, type Player, type ServerOrder} from './order-world.js';

type Press = {readonly player: Player; readonly target: OrderTarget; readonly end: Promise<Order | string>};
type Play = {readonly world: OrderWorld; readonly presses: Press[]};
type Act = {readonly name: string; run(play: Play): unknown};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const act = (name: string, run: Act['run']): fc.Arbitrary<Act> => fc.constant({name, run});
const inWorld = (name: string, run: (world: OrderWorld) => unknown): fc.Arbitrary<Act> =>
  act(name, ({world}) => run(world));

const targets: readonly OrderTarget[] = [
  {offerChainId: 301, stepNumber: 2},
  {offerChainId: 301, stepNumber: 4},
  {sku: 'com.xsolla.potion_2'},
];

const press = fc.constantFrom(...targets).map((target): Act => ({
  name: `press ${JSON.stringify(target)}`,
  run({world, presses}) {
    const end = world.tab.session.orders.order(target).catch((error: {code: string}) => error.code);
    presses.push({player: world.player, target, end});
  },
}));

/** Something that happens to one of the orders there are. */
const toOrder = (name: string, run: (world: OrderWorld, order: ServerOrder) => void): fc.Arbitrary<Act> =>
  fc.nat(5).map(back => ({
    name: `${name} ${back}`,
    run({world}) {
      const order = world.orders[world.orders.length - 1 - back];
      if (order) run(world, order);
    },
  }));

const unlessPaid = (status: 'canceled' | 'expired' | 'held_by_bank') => (_world: OrderWorld, order: ServerOrder) => {
  if (order.status === 'new') order.status = status;
};

export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {arbitrary: press, weight: 5},
    {arbitrary: inWorld('time', () => timerDone()), weight: 3},
    {arbitrary: inWorld('answers', world => world.release()), weight: 2},
    {arbitrary: toOrder('pay', (world, order) => world.pay(order)), weight: 3},
    {arbitrary: toOrder('deliver', (world, order) => world.deliver(order)), weight: 2},
    toOrder('decline', unlessPaid('canceled')),
    toOrder('expire', unlessPaid('expired')),
    toOrder('hold', unlessPaid('held_by_bank')),
    fc
      .array(fc.constantFrom<Fate>(...FATES), {minLength: 1, maxLength: 3})
      .map((fates): Act => ({name: `orders: ${fates.join()}`, run: ({world}) => (world.fates = [...fates])})),
    fc
      .array(fc.constantFrom<Look>(...LOOKS), {minLength: 1, maxLength: 4})
      .map((looks): Act => ({name: `checks: ${looks.join()}`, run: ({world}) => (world.looks = [...looks])})),
    fc
      .constantFrom(3_000, 20 * MINUTE, DAY + MINUTE)
      .map((ms): Act => ({name: `${ms} ms`, run: ({world}) => world.clock.pass(ms)})),
    fc.constantFrom<Player>('ana', 'ben').map((player): Act => ({
      name: `${player} signs in`,
      run: ({world}) => world.player === player || world.signIn(player),
    })),
    inWorld('reload', world => world.reload()),
    inWorld('another tab', world => world.tabs.length > 2 || world.openTab()),
    inWorld('close the tab', world => world.tabs.length > 1 && world.closeTab()),
    inWorld('the chain starts again', world => world.round++),
    inWorld('the store', world => (world.storeFails = !world.storeFails)),
    inWorld('the blocker', world => (world.opensWindows = !world.opensWindows)),
    inWorld('hide or show', world => world.clock.setHidden(!world.clock.hidden())),
  ),
  {minLength: 4, maxLength: 24},
);

/** Plays what was drawn, lets it come to rest, and checks every promise about money. */
export async function playOrders(drawn: readonly Act[]): Promise<void> {
  const world = new OrderWorld();
  const uninstall = world.install();
  const play: Play = {world, presses: []};
  try {
    for (const {run} of drawn) await run(play);
    await comeToRest(play);
    assert.deepEqual(world.faults, []);
    for (const player of ['ana', 'ben'] as const) await assertNothingForgotten(world, player);
    assert.deepEqual(world.faults, []);
    assert.equal(typeof (await world.press(targets[2])), 'object');
  } finally {
    world.close();
    uninstall();
  }
}

/** How a press may end without an order; `auth-required` where the server has refused two tokens in a row. */
const ENDS = [
  ...['network', 'server', 'bad-answer', 'aborted', 'storage-unavailable', 'already-claimed', 'timeout'],
  'auth-required',
];

async function comeToRest({world, presses}: Play): Promise<void> {
  Object.assign(world, {fates: [], looks: [], storeFails: false, opensWindows: true});
  world.clock.setHidden(false);
  world.release();
  for (const {player, target, end} of presses) {
    const ended = await world.ended(end);
    const result = ended.status === 'fulfilled' ? ended.value : 'rejected';
    if (typeof result !== 'string') {
      assert.equal(world.orderOf(result.id)?.player, player);
      continue;
    }
    assert.ok(ENDS.includes(result), `${result} for ${JSON.stringify(target)}`);
  }
}

/** A player who comes back sees what was paid, as paid. */
async function assertNothingForgotten(world: OrderWorld, player: Player): Promise<void> {
  world.signIn(player);
  world.reload();
  await world.settle();
  const status = new Map(world.shown.map(order => [order.id, order.status]));
  for (const order of world.orders) {
    if (order.player !== player || !order.isOpened) continue;
    if (order.status === 'paid') assert.equal(status.get(order.id), 'paid', `order ${order.id}`);
    const isRecent = order.doneAt !== undefined && world.clock.today() - order.doneAt < DAY - MINUTE;
    if (order.status === 'done' && isRecent) assert.equal(status.get(order.id), 'done', `order ${order.id}`);
  }
}
