import {LiveOpsError} from '../../src/errors.js';
import type {Reward, RewardChain} from '../../src/model.js';
import type {RawAnswer} from '../../src/switch/flow.js';
import type {Project} from './project.js';
import type {Random} from './random.js';
import type {Faults} from './settings.js';

export type Server = {
  /** @throws {LiveOpsError} when the list cannot be read. */
  readChains(faults: Faults): readonly RewardChain[];
  /** One update, and what comes back of it. @throws {LiveOpsError} when nothing was sent. */
  update(faults: Faults): Promise<RawAnswer> | RawAnswer;
};

export type ServerOptions = {
  random: Random;
  project: Project;
  /** Hears of every update that was carried out. */
  onGranted(rewards: readonly Reward[]): void;
};

const LIMITED = {status: 429, text: JSON.stringify({statusCode: 429, errorCode: 0, errorMessage: 'Wait.'})};
const FORBIDDEN = {status: 403, text: JSON.stringify({statusCode: 403, errorCode: 9001, errorMessage: 'No.'})};

export function createServer({random, project, onGranted}: ServerOptions): Server {
  const apply = (): RawAnswer => {
    const rewards = project.update();
    onGranted(rewards);
    return {status: 200, text: JSON.stringify({reward: rewards.map(({source: _, ...row}) => row)})};
  };

  const answers: Record<string, (faults: Faults) => Promise<RawAnswer> | RawAnswer> = {
    requestLost: () => undefined,
    answerLost(faults) {
      apply();
      return random.chance(faults.resent) ? answer({...faults, refused: 0, limited: faults.refused}) : undefined;
    },
    mangled: () => mangle(random, apply()),
    failsAfter: () => ({status: 500, text: apply()?.text ?? ''}),
    failsBefore: () => ({status: 503, text: '<h1>Busy</h1>'}),
    refused: () => refuse(random),
    // What the server took once it takes again, unless that comes too soon.
    limited: () => LIMITED,
    neverAnswered() {
      if (random.chance(0.5)) apply();
      return new Promise(() => undefined);
    },
  };

  const answer = (faults: Faults): Promise<RawAnswer> | RawAnswer => {
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
      return project.view();
    },
    update: answer,
  };
}

function refuse(random: Random): RawAnswer {
  if (random.chance(0.3)) throw new LiveOpsError('auth-required', 'No token.');
  return random.pick([LIMITED, FORBIDDEN]);
}

function mangle(random: Random, answer: RawAnswer): RawAnswer {
  const text = answer?.text ?? '';
  const broken = ['', '{}', '<html>', text.slice(0, text.length - 2), text.replace('"sku"', '"sk')];
  return {status: random.pick([200, 204]), text: random.pick(broken)};
}
