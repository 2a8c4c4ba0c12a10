import {LiveOpsError} from '../../../src/errors.js';
import type {RewardChain} from '../../../src/model.js';
import type {StorageTier} from '../../../src/storage/text-store.js';
import type {Channels} from './channels.js';
import type {VirtualClock} from './clock.js';
import {createDisk, type Disk} from './disk.js';
import {drawProject} from './draw-project.js';
import {createHappenings, type Happenings} from './happenings.js';
import {createLife, type Life} from './life.js';
import {createPast, drawLag} from './past.js';
import {OWN_NAME, type Project} from './project.js';
import type {Random} from './random.js';
import {createServer, type MaybeAnswer} from './server.js';
import {type Faults, NO_FAULTS, type Settings} from './settings.js';
import {createWitness, type Witness} from './witness.js';

/** The world of one run: the server, the disk, the player's luck, and the page life of now. */
export type World = {
  readonly settings: Settings;
  readonly random: Random;
  readonly clock: VirtualClock;
  readonly witness: Witness;
  readonly project: Project;
  readonly happenings: Happenings;
  readonly faults: Faults;
  readonly life: Life;
  readonly ownName: string | undefined;
  /** How many devices the player has, each with a disk of its own. */
  readonly devices: number;
  /** Whether the game names the clan. */
  readonly knowsWord: boolean;
  /** Updates that left a page. */
  readonly updates: number;
  /** Whether the chains cannot be read any more, for good. */
  readonly isUnreadable: boolean;
  createId(): string;
  tiers(device: number): readonly StorageTier[];
  readChains(device: number): Promise<readonly RewardChain[]>;
  update(switchId: string, device: number, isWanted: () => boolean): Promise<MaybeAnswer>;
  claim(chainId: number, stepId: number): void;
  open(): void;
  /** The page is closed, or killed together with its browser. */
  close(isKilled: boolean): void;
  /** From now on nothing goes wrong. */
  calm(): void;
};

const MOST_ON_DISK = 1024 * 1024;

type WorldOptions = {
  settings: Settings;
  random: Random;
  clock: VirtualClock;
  channels: Channels;
  note(line: string): void;
};

export function createWorld({settings, random, clock, channels, note}: WorldOptions): World {
  const witness = createWitness(note);
  const project = drawProject(random, settings, clock.now);
  const devices = settings.crowd && random.chance(0.3) ? 2 : 1;
  const disks: readonly Disk[] = Array.from({length: devices}, () => createDisk(random, clock.now));
  const lag = settings.lag ? drawLag(random) : {listMs: 0, boardsMs: 0};
  const past = createPast({random, lag, now: clock.now, view: () => project.view()});
  const breaks = random.chance(0.02);
  const inFlight = disks.map(() => new Set<() => boolean>());
  const claim = (chainId: number, stepId: number): void => witness.granted(project.claim(chainId, stepId) ?? []);
  const happenings = createHappenings({
    ...settings,
    random,
    project,
    note,
    now: clock.now,
    onClaim: claim,
    onUnlocked: () => settings.accrual || past.forget(),
    onReset: () => settings.handResets || past.forget(),
  });
  const newLife = (crash: number): Life => createLife(random, crash, tick);
  let ids = 0;
  const server = createServer({
    random,
    project,
    now: clock.now,
    list: past.read,
    onGranted: (rewards, switchId) => witness.granted(rewards, switchId),
  });
  function tick(): void {
    past.keep();
    server.tick();
    happenings.tick();
    past.keep();
  }

  const apply = (switchId: string, device: number): MaybeAnswer | Promise<MaybeAnswer> => {
    world.updates++;
    const answer = server.update(world.faults, switchId);
    note(`update of ${switchId}: ${JSON.stringify(answer)}`);
    happenings.updated(device);
    return answer;
  };

  const world = {
    settings,
    random,
    clock,
    witness,
    project,
    happenings,
    faults: settings.faults,
    life: newLife(0),
    ownName: settings.ownName ? OWN_NAME : undefined,
    devices,
    knowsWord: random.chance(0.9),
    updates: 0,
    get isUnreadable() {
      return breaks && world.updates > 0;
    },
    createId: () => `switch ${++ids}`,
    tiers: (device: number) => (disks[device] as Disk).tiers(world.life, () => world.faults.storage),
    readChains: (device: number) =>
      world.life.call(() => {
        if (world.isUnreadable) throw new LiveOpsError('network', 'Never again.');
        happenings.noted(device);
        return server.readChains(world.faults);
      }),
    async update(switchId: string, device: number, isWanted: () => boolean) {
      const others = inFlight[device] as Set<() => boolean>;
      if ([...others].some(isStillWanted => isStillWanted())) witness.find('two updates at once', switchId);
      others.add(isWanted);
      try {
        return await world.life.call(() => apply(switchId, device));
      } finally {
        others.delete(isWanted);
      }
    },
    claim,
    open() {
      channels.clear();
      world.life = newLife(world.faults.crash);
      inFlight.forEach(others => others.clear());
      happenings.opened();
    },
    close(isKilled: boolean) {
      world.life.end();
      server.catchUp();
      past.keep();
      for (const disk of disks) {
        if (isKilled) disk.kill();
        if (disk.size > MOST_ON_DISK) witness.find('out of bounds', `${disk.size} characters on the disk`);
      }
    },
    calm() {
      world.faults = NO_FAULTS;
      happenings.stop();
    },
  };
  return world;
}
