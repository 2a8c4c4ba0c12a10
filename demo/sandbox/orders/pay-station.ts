import type {Context, Hono} from 'hono';
import type {SandboxEnv} from '../http/env.js';
import {addCalls} from '../http/routes.js';
import type {World} from '../world/world.js';
import {Orders, type SandboxOrder} from './orders.js';
import {type PageState, payStationPage} from './pay-station-page.js';

const PATH = '/paystation4/';

/** Adds the payment page, at the vendor's path. As with the vendor, anyone who has the token of an order can pay it. */
export function addPayStation(app: Hono<SandboxEnv>, world: World): void {
  addCalls(app, PATH, {GET: c => show(c, world), POST: c => press(c, world)});
}

function show(c: Context<SandboxEnv>, world: World): Response {
  const order = orderIn(c, world);
  return answer(c, order, order ? stateOf(world, order) : 'unknown');
}

/** A button of the page, `action` in the form: `pay`, `decline`, or `later`, which changes nothing. */
async function press(c: Context<SandboxEnv>, world: World): Promise<Response> {
  const order = orderIn(c, world);
  if (!order) return answer(c, undefined, 'unknown');
  const {action} = await c.req.parseBody();
  const state = stateOf(world, order);
  if (action === 'later' && state === 'new') return answer(c, order, 'later');
  if (state === 'new') carryOut(world.of(Orders), order, action);
  return c.redirect(`${PATH}?token=${encodeURIComponent(order.token)}`, 303);
}

function carryOut(orders: Orders, {id}: SandboxOrder, action: unknown): void {
  if (action === 'decline') orders.change(id, 'canceled');
  if (action !== 'pay') return;
  orders.change(id, 'paid');
  orders.change(id, 'done');
}

function orderIn(c: Context<SandboxEnv>, world: World): SandboxOrder | undefined {
  return world.of(Orders).byToken(c.req.query('token') ?? '');
}

function stateOf(world: World, order: SandboxOrder): PageState {
  const isOver = order.status === 'new' && !world.of(Orders).isTokenAlive(order);
  return isOver ? 'link-expired' : order.status;
}

function answer(c: Context<SandboxEnv>, order: SandboxOrder | undefined, state: PageState): Response {
  const {html, policy} = payStationPage(order, state);
  // The address has the token in it.
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cache-Control', 'no-store');
  c.header('Content-Security-Policy', policy);
  return c.html(html, state === 'unknown' ? 404 : 200);
}
