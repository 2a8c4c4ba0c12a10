import {CLANS} from './draw-project.js';
import {type Chain, OWN_NAME, type Project} from './project.js';
import type {Random} from './random.js';

export type Happenings = {
  /** Something may happen in the world, as at any moment. */
  tick(): void;
  /** The game puts the player into another clan; the server may not know it yet, or never. */
  move(noMove: number): void;
  /** The clan as the game names it. */
  readonly word: string | null;
  /** From here on rewards do not accrue, and chains are not reset by hand, unless settings say so. */
  noted(device: number): void;
  updated(device: number): void;
  /** A new page, which looks before it sends. */
  opened(): void;
  judged(device: number): void;
  /** From now on nothing happens any more. */
  stop(): void;
};

export type HappeningsOptions = {
  random: Random;
  project: Project;
  now(): number;
  note(line: string): void;
  accrual: boolean;
  handResets: boolean;
  /** The player claims a step by another device. */
  onClaim(chainId: number, stepId: number): void;
  /** Something has become claimable, or was reset by hand: no read may be older, unless settings say so. */
  onUnlocked(): unknown;
  onReset(): unknown;
};

const OFTEN = 0.04;
const STEP = 40;

export function createHappenings(options: HappeningsOptions): Happenings {
  const {random, project, now} = options;
  let word = project.attribute;
  let late: string | null | undefined;
  /** Devices that are about to send on what they have seen, and those that will hold the outcome against it. */
  const noted = new Set<number>();
  const open = new Set<number>();
  let isOn = true;

  const contribute = (): void => {
    const clan = random.pick(CLANS);
    const {id} = random.pick(project.chains);
    const names = project.names(clan, id);
    const newcomer = random.chance(0.3) ? `traveller ${random.between(1, 5)}` : `newcomer ${random.between(1, 9)}`;
    const name = random.pick([OWN_NAME, newcomer, ...names, ...names]);
    if (name === OWN_NAME && clan !== project.member) return;
    const mayUnlock = options.accrual || !noted.size;
    const before = project.owed().length;
    project.contribute({clan, chainId: id, name, amount: random.between(1, 3 * STEP), mayUnlock});
    if (project.owed().length > before) options.onUnlocked();
  };
  const mayMeddle = (): boolean => options.handResets || !open.size;
  const resetByHand = (): void => {
    if (!mayMeddle()) return;
    project.clear(random.pick(project.chains));
    options.onReset();
  };
  const claim = (): void => {
    const step = project.claimable()[0];
    if (step) options.onClaim(step.chainId, step.stepId);
  };
  const end = (): void => {
    const chain = random.pick(project.chains);
    // One that comes back within a switch is meddled with, too.
    if (random.chance(0.3)) {
      const wasGone = chain.isGone;
      chain.isGone = !wasGone || !mayMeddle();
      if (wasGone && !chain.isGone) options.onUnlocked();
    } else chain.endsAt ??= now();
  };
  const resetBySchedule = (): void => {
    const chain = random.pick(project.chains);
    if (chain.resetAt !== undefined) chain.resetAt = Math.min(chain.resetAt, now());
  };
  const arrive = (): void => {
    if (late === undefined) return;
    project.attribute = late;
    late = undefined;
  };
  const all = [contribute, contribute, contribute, contribute, resetByHand, claim, end, resetBySchedule, arrive];

  return {
    tick() {
      if (isOn && random.chance(OFTEN)) {
        const happening = random.pick(all);
        options.note(`(${happening.name})`);
        happening();
      }
      project.chains.forEach(reset);
    },
    move(noMove) {
      const clans = [...CLANS, null].filter(clan => clan !== word);
      word = random.pick(clans);
      late = random.chance(noMove) ? word : undefined;
      if (late === undefined) project.attribute = word;
    },
    get word() {
      return word;
    },
    noted(device) {
      noted.add(device);
      open.add(device);
    },
    opened() {
      noted.clear();
    },
    updated(device) {
      noted.delete(device);
    },
    judged(device) {
      noted.delete(device);
      open.delete(device);
    },
    stop() {
      isOn = false;
      arrive();
    },
  };

  function reset(chain: Chain): void {
    if (chain.resetAt === undefined || chain.everyMs === undefined || chain.resetAt > now()) return;
    project.clear(chain);
    while (chain.resetAt <= now()) chain.resetAt += chain.everyMs;
  }
}
