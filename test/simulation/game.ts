import {LiveOpsError} from '../../src/errors.js';
import type {RewardChain} from '../../src/model.js';
import type {Rung} from '../../src/storage/text-store.js';
import type {RawAnswer} from '../../src/switch/flow.js';
import type {VirtualClock} from './clock.js';
import {createDisk} from './disk.js';
import {drawProject} from './draw-project.js';
import {createHappenings, type Happenings} from './happenings.js';
import {createLife, type Life} from './life.js';
import {OWN_NAME, type Project} from './project.js';
import type {Random} from './random.js';
import {createServer} from './server.js';
import {type Faults, NO_FAULTS, type Settings} from './settings.js';
import {createWitness, type Witness} from './witness.js';

/** The world of one run: the server, the disk, the player's luck, and the page life of now. */
export type Game = {
  readonly settings: Settings;
  readonly random: Random;
  readonly clock: VirtualClock;
  readonly witness: Witness;
  readonly project: Project;
  readonly happenings: Happenings;
  readonly faults: Faults;
  readonly life: Life;
  readonly ownName: string | undefined;
  /** Whether the game names the clan. */
  readonly knowsWord: boolean;
  /** Updates that left a page. */
  readonly updates: number;
  /** Whether the chains cannot be read any more, for good. */
  readonly isUnreadable: boolean;
  createId(): string;
  rungs(): readonly Rung[];
  readChains(): Promise<readonly RewardChain[]>;
  update(switchId: string, isWanted: () => boolean): Promise<RawAnswer>;
  claim(chainId: number, stepId: number): void;
  open(): void;
  /** The page is closed, or killed together with its browser. */
  close(isKilled: boolean): void;
  /** From now on nothing goes wrong. */
  calm(): void;
};

const MOST_ON_DISK = 1024 * 1024;

type GameOptions = {settings: Settings; random: Random; clock: VirtualClock; note(line: string): void};

export function createGame({settings, random, clock, note}: GameOptions): Game {
  const witness = createWitness(note);
  const project = drawProject(random, settings, clock.now);
  const disk = createDisk(random, clock.now);
  const breaks = random.chance(0.02);
  const inFlight = new Set<() => boolean>();
  const claim = (chainId: number, stepId: number): void => witness.granted(project.claim(chainId, stepId) ?? []);
  const happenings = createHappenings({...settings, random, project, note, now: clock.now, onClaim: claim});
  const newLife = (crash: number): Life => createLife(random, crash, () => happenings.tick());
  let sender = '';
  let ids = 0;
  const server = createServer({random, project, onGranted: rewards => witness.granted(rewards, sender)});

  const apply = (switchId: string): RawAnswer | Promise<RawAnswer> => {
    sender = switchId;
    game.updates++;
    const answer = server.update(game.faults);
    note(`update of ${switchId}: ${JSON.stringify(answer)}`);
    happenings.updated();
    return answer;
  };

  const game = {
    settings,
    random,
    clock,
    witness,
    project,
    happenings,
    faults: settings.faults,
    life: newLife(0),
    ownName: settings.ownName ? OWN_NAME : undefined,
    knowsWord: random.chance(0.9),
    updates: 0,
    get isUnreadable() {
      return breaks && game.updates > 0;
    },
    createId: () => `switch ${++ids}`,
    rungs: () => disk.rungs(game.life, () => game.faults.storage),
    readChains: () =>
      game.life.call(() => {
        if (game.isUnreadable) throw new LiveOpsError('network', 'Never again.');
        happenings.noted();
        return server.readChains(game.faults);
      }),
    async update(switchId: string, isWanted: () => boolean) {
      if ([...inFlight].some(isStillWanted => isStillWanted())) witness.find('two updates at once', switchId);
      inFlight.add(isWanted);
      try {
        return await game.life.call(() => apply(switchId));
      } finally {
        inFlight.delete(isWanted);
      }
    },
    claim,
    open() {
      game.life = newLife(game.faults.crash);
      inFlight.clear();
      happenings.opened();
    },
    close(isKilled: boolean) {
      game.life.end();
      if (isKilled) disk.kill();
      if (disk.size > MOST_ON_DISK) witness.find('out of bounds', `${disk.size} characters on the disk`);
    },
    calm() {
      game.faults = NO_FAULTS;
      happenings.stop();
    },
  };
  return game;
}
