import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {askFirst} from '../../../src/clan-switch/ask-first.js';
import type {RawAnswer} from '../../../src/clan-switch/update.js';
import {LiveOpsError} from '../../../src/errors.js';
import type {RewardChain} from '../../../src/model.js';
import {later} from '../../support/deferred.js';
import {waitUntil} from '../../support/wait-until.js';
import {boxChain, granted} from './parts.js';
import {lists, switchOver} from './make-switch.js';

type Deferred<T> = ReturnType<typeof later<T>>;

const grants = async (): Promise<RawAnswer> => lists(granted('box'));

/** A switch in a game that is asked, and answers when the test does. */
function asked() {
  const questions: Deferred<boolean>[] = [];
  const parts = switchOver({send: grants, identify: async () => undefined});
  const asking = askFirst(parts.clanSwitch, () => {
    const question = later<boolean>();
    questions.push(question);
    return question.promise;
  });
  return {...parts, ...asking, questions};
}

for (const between of [undefined, 'MrJoe'])
  test(`a press that the game allows after a change of player is nobody’s, with ${between ?? 'a sign-out'} between`, async () => {
    const {clanSwitch, setPlayer, questions, calls, receipts} = asked();
    setPlayer('Rocket');
    const press = clanSwitch.switchClan();

    setPlayer(between);
    setPlayer('MrJoe');
    questions[0]!.resolve(true);

    assert.equal(await press, 'not-sent');
    assert.deepEqual([calls, receipts()], [[], []]);
  });

test('a press of a player who is not known yet ends with a sign-out', async () => {
  const {clanSwitch, setPlayer, questions, calls} = asked();
  const press = clanSwitch.switchClan();

  setPlayer(undefined);
  setPlayer('MrJoe');
  const own = clanSwitch.switchClan();
  questions[0]!.resolve(true);

  assert.equal(await press, 'not-sent');
  assert.deepEqual(calls, []);
  questions[1]!.resolve(true);
  assert.equal(await own, 'rewarded');
});

test('a press of a player who becomes known meanwhile is theirs', async () => {
  const {clanSwitch, setPlayer, questions, calls} = asked();
  const press = clanSwitch.switchClan();

  setPlayer('Rocket');
  questions[0]!.resolve(true);

  assert.equal(await press, 'rewarded');
  assert.deepEqual(calls, ['read', 'send', 'switched']);
});

test('the game’s own wish answers no question about the player who has left', async () => {
  const {clanSwitch, setPlayer, switchAllowed, calls} = asked();
  setPlayer('Rocket');
  const press = clanSwitch.switchClan();

  setPlayer('MrJoe');
  const wish = switchAllowed();

  assert.deepEqual([await press, await wish], ['not-sent', 'rewarded']);
  assert.deepEqual(calls, ['read', 'send', 'switched']);
});

for (const [what, end] of [
  ['fails', (known: Deferred<void>) => known.reject(new LiveOpsError('aborted', 'The player signed out.'))],
  ['comes to an end', (known: Deferred<void>) => known.resolve()],
] as const)
  test(`a press whose question for the player ${what} after a change of player is nobody’s`, async () => {
    const known = later<void>();
    const {clanSwitch, status, calls} = switchOver({send: grants, listens: false, identify: () => known.promise});
    const press = clanSwitch.switchClan();

    clanSwitch.setPlayer(undefined);
    clanSwitch.setPlayer('MrJoe');
    end(known);

    assert.equal(await press, 'not-sent');
    assert.deepEqual([calls, status()], [[], 'settled']);
    assert.equal(await clanSwitch.switchClan(), 'rewarded');
  });

test('a question for the player that fails sends nothing, and says why', async () => {
  const error = new LiveOpsError('auth-required', 'Another player.');
  const {clanSwitch, calls} = switchOver({
    listens: false,
    async identify() {
      clanSwitch.setPlayer(undefined);
      throw error;
    },
  });

  assert.equal(await clanSwitch.switchClan(), 'not-sent');
  assert.deepEqual([clanSwitch.$state.get(), calls], [{status: 'failed', error}, []]);
});

test('a preview is of the player who asked for it, or of nobody', async () => {
  const chains = later<readonly RewardChain[]>();
  const {clanSwitch, calls} = switchOver({readChains: () => chains.promise, identify: async () => undefined});
  clanSwitch.setPlayer('Rocket');
  const preview = clanSwitch.preview();
  const rejected = assert.rejects(preview, {code: 'aborted'});
  await waitUntil(() => calls.includes('read'), 'the look at the chains');

  clanSwitch.setPlayer(undefined);
  clanSwitch.setPlayer('MrJoe');
  chains.resolve([boxChain]);

  await rejected;
  await setImmediate();
});
