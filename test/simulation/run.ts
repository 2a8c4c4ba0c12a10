import {createVirtualClock, type VirtualClock} from './clock.js';
import {createGame, type Game} from './game.js';
import type {Page} from './page.js';
import {createRandom, type Random} from './random.js';
import type {Settings} from './settings.js';
import {visit} from './visit.js';
import type {Finding} from './witness.js';

export type RunResult = {
  readonly findings: readonly Finding[];
  /** Switches of which something was granted and is in no receipt, the player knowing that something may be missing. */
  readonly told: number;
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
  const uninstall = clock.install();
  try {
    const random = createRandom(seed);
    return await play(createGame({settings, random, clock, note}), random, clock);
  } finally {
    uninstall();
  }
}

async function play(game: Game, random: Random, clock: VirtualClock): Promise<RunResult> {
  const {witness} = game;
  const faultyLives = random.chance(0.02) ? MOST_FAULTY_LIVES : random.between(1, 4);
  let lives = 0;
  let page: Page | undefined;
  while (lives < faultyLives + MOST_LIVES - MOST_FAULTY_LIVES && !(page && isAtRest(game, page))) {
    const isCalm = lives++ >= faultyLives;
    if (isCalm) game.calm();
    witness.note(`--- life ${lives}${isCalm ? ', calm' : ''}, ${new Date(clock.now()).toISOString()}`);
    const after = await visit(game, isCalm);
    if (isCalm) page = after;
    game.close(!after && random.chance(0.3));
    clock.skip(random.chance(0.2) ? random.between(1, 9) * DAY : random.between(1, 60) * MINUTE);
  }
  if (!page || !isAtRest(game, page)) witness.find('at no rest', `after ${lives} lives`);
  witness.close(page?.status() === 'recovering');
  return {findings: witness.findings, told: witness.told, lives, updates: game.updates};
}

/** Nothing is left to do for anybody; a switch stays open only where the chains cannot be read. */
function isAtRest(game: Game, page: Page): boolean {
  const status = page.status();
  if (page.receipts().length) return false;
  return status === 'settled' || status === 'pending' || (game.isUnreadable && status !== 'switching');
}
