import {LiveOpsError} from '../../../src/errors.js';
import type {Reward, RewardChain} from '../../../src/model.js';
import type {RawAnswer} from '../../../src/clan-switch/run.js';
import type {Project} from './project.js';
import type {Random} from './random.js';
import type {Faults} from './settings.js';

/** `undefined` when none came whole. */
export type MaybeAnswer = RawAnswer | undefined;

export type Server = {
  /** @throws {LiveOpsError} when the list cannot be read. */
  readChains(faults: Faults): readonly RewardChain[];
  /** One update, and what comes back of it. @throws {LiveOpsError} when nothing was sent. */
  update(faults: Faults, switchId: string): Promise<MaybeAnswer> | MaybeAnswer;
  /** Carries out what is due by now of what was delayed. */
  tick(): void;
  /** Carries out all of it, as in the seconds after a page was closed. */
  catchUp(): void;
};

export type ServerOptions = {
  random: Random;
  project: Project;
  now(): number;
  /** The list as a read gets it now. */
  list(): readonly RewardChain[];
  /** Hears of every update that was carried out, and for which switch. */
  onGranted(rewards: readonly Reward[], switchId: string): void;
};

const LIMITED = {status: 429, text: JSON.stringify({statusCode: 429, errorCode: 0, errorMessage: 'Wait.'})};
const FORBIDDEN = {status: 403, text: JSON.stringify({statusCode: 403, errorCode: 9001, errorMessage: 'No.'})};

export function createServer({random, project, now, list, onGranted}: ServerOptions): Server {
  /** A request that is still on its way when the player is moved again is lost, since nobody could know of it any more. */
  let delayed: {readonly at: number; readonly switchId: string; readonly attribute: string | null}[] = [];
  let sender = '';
  const apply = (switchId = sender): RawAnswer => {
    const rewards = project.update();
    onGranted(rewards, switchId);
    return {status: 200, text: JSON.stringify({reward: rewards.map(({source: _, ...row}) => row)})};
  };

  const answers: Record<string, (faults: Faults) => Promise<MaybeAnswer> | MaybeAnswer> = {
    requestLost: () => undefined,
    answerLost(faults) {
      apply();
      return random.chance(faults.resent) ? answer({...faults, refused: 0, limited: faults.refused}) : undefined;
    },
    mangled: () => mangle(random, apply()),
    failsAfter: () => ({status: 500, text: apply().text}),
    failsBefore: () => ({status: 503, text: '<h1>Busy</h1>'}),
    refused: () => refuse(random),
    // What the server took once it takes again, unless that comes too soon.
    limited: () => LIMITED,
    delayed() {
      delayed.push({at: now() + random.between(1, 10) * 1_000, switchId: sender, attribute: project.attribute});
      return undefined;
    },
    neverAnswered() {
      if (random.chance(0.5)) apply();
      return new Promise(() => undefined);
    },
  };

  const answer = (faults: Faults): Promise<MaybeAnswer> | MaybeAnswer => {
    let draw = random.next();
    for (const [name, respond] of Object.entries(answers)) {
      draw -= faults[name as keyof Faults];
      if (draw < 0) return respond(faults);
    }
    return apply();
  };

  return {
    readChains(faults) {
      if (random.chance(faults.readFails)) throw new LiveOpsError('network', 'No list.');
      return list();
    },
    update(faults, switchId) {
      sender = switchId;
      return answer(faults);
    },
    tick: () => carryOut(now()),
    catchUp: () => carryOut(Infinity),
  };

  function carryOut(until: number): void {
    const due = delayed.filter(({at}) => at <= until);
    delayed = delayed.filter(({at}) => at > until);
    for (const {switchId, attribute} of due) if (attribute === project.attribute) apply(switchId);
  }
}

function refuse(random: Random): RawAnswer {
  if (random.chance(0.3)) throw new LiveOpsError('auth-required', 'No token.');
  return random.pick([LIMITED, FORBIDDEN]);
}

function mangle(random: Random, answer: RawAnswer): RawAnswer {
  const {text} = answer;
  const broken = ['', '{}', '<html>', text.slice(0, text.length - 2), text.replace('"sku"', '"sk')];
  return {status: random.pick([200, 204]), text: random.pick(broken)};
}
