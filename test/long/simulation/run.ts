import {createChannels} from './channels.js';
import {createVirtualClock, type VirtualClock} from './clock.js';
import {createWorld, type World} from './world.js';
import type {Page} from './page.js';
import {createRandom, type Random} from './random.js';
import type {Settings} from './settings.js';
import {visit} from './visit.js';
import type {Finding} from './witness.js';

export type RunResult = {
  readonly findings: readonly Finding[];
  /** Switches of which something was granted and is in no receipt, the player knowing that something may be missing. */
  readonly told: number;
  readonly doubted: boolean;
  readonly lives: number;
  readonly updates: number;
};

const MOST_FAULTY_LIVES = 20;
const MOST_LIVES = 25;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** One player and one project, from the first visit until everything is at rest. The same seed runs the same. */
export async function runSeed(
  seed: number,
  settings: Settings,
  note = (_line: string): void => undefined,
): Promise<RunResult> {
  const clock = createVirtualClock();
  const channels = createChannels();
  const uninstall = [clock.install(), channels.install()];
  try {
    const random = createRandom(seed);
    return await play(createWorld({settings, random, clock, channels, note}), random, clock);
  } finally {
    uninstall.forEach(task => task());
  }
}

async function play(world: World, random: Random, clock: VirtualClock): Promise<RunResult> {
  const {witness} = world;
  const faultyLives = random.chance(0.02) ? MOST_FAULTY_LIVES : random.between(1, 4);
  let lives = 0;
  /** The last calm page of each device. */
  const pages: (Page | undefined)[] = new Array(world.devices).fill(undefined);
  const isOver = (): boolean => pages.every(page => page && isAtRest(world, page));
  while (lives < faultyLives + MOST_LIVES - MOST_FAULTY_LIVES && !isOver()) {
    const isCalm = lives++ >= faultyLives;
    if (isCalm) world.calm();
    const device = isCalm ? lives % world.devices : random.between(0, world.devices - 1);
    witness.note(`--- life ${lives}${isCalm ? ', calm' : ''} on ${device}, ${new Date(clock.now()).toISOString()}`);
    const after = await visit(world, device, isCalm);
    if (isCalm) pages[device] = after;
    world.close(!after && random.chance(0.3));
    clock.skip(drawGap(random));
  }
  if (!isOver()) witness.find('at no rest', `after ${lives} lives`);
  witness.close(pages.some(page => page?.status() === 'recovering'));
  return {findings: witness.findings, told: witness.told, doubted: witness.doubted, lives, updates: world.updates};
}

/** Between two visits: a reload, another visit of the day, or some days. */
function drawGap(random: Random): number {
  if (random.chance(0.2)) return random.between(1, 9) * DAY;
  return random.chance(0.3) ? random.between(0, 20_000) : random.between(1, 60) * MINUTE;
}

/** Nothing is left to do for anybody; a switch stays open only where the chains cannot be read. */
function isAtRest(world: World, page: Page): boolean {
  const status = page.status();
  if (page.receipts().length) return false;
  return status === 'settled' || status === 'pending' || (world.isUnreadable && status !== 'switching');
}
