import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LiveOpsError} from '../../../src/errors.js';
import {putOn} from '../../../src/scenarios/on-element.js';
import {createScenario} from '../../../src/scenarios/scenarios.js';
import {sessionIn} from './player.js';

const OUTCOMES = {
  'poor-new-clan': 'rewarded',
  'rich-new-clan': 'rewarded',
  'left-clan': 'rewarded',
  'many-rewards': 'rewarded',
  'nothing-to-claim': 'nothing',
  'lost-answer-rich': 'uncertain',
  'lost-answer': 'rewarded',
  'empty-answer': 'rewarded',
  'short-answer': 'rewarded',
  refused: 'not-sent',
  expired: 'not-sent',
  'server-error': 'not-sent',
  offline: 'not-sent',
  429: 'not-sent',
};

const FAILURES = {
  expired: 'auth-required',
  429: 'rate-limited',
  offline: 'network',
  'server-error': 'server',
  'bad-answer': 'bad-answer',
};

describe('A session in a scenario', () => {
  for (const [name, outcome] of Object.entries(OUTCOMES))
    it(`ends a clan switch as ${outcome} in ${name}`, async t => {
      const session = sessionIn(name);
      t.after(() => session.destroy());

      assert.equal(await session.clanSwitch.switchClan(), outcome);
    });

  for (const [name, code] of Object.entries(FAILURES))
    it(`fails with ${code} in ${name}`, async t => {
      const session = sessionIn(name);
      t.after(() => session.destroy());

      await session.$rewardChains.reload();

      const state = session.$rewardChains.get();
      assert.equal(state.status === 'failed' && state.error.code, code);
    });

  it('keeps what it has seen in stale', async t => {
    const session = sessionIn('stale');
    t.after(() => session.destroy());

    await session.$rewardChains.reload();
    await session.$rewardChains.reload();

    const state = session.$rewardChains.get();
    assert.equal(state.status === 'ready' && state.stale && state.value.length, 2);
  });

  it('is told by the server that the points are not enough in claim-refused', async t => {
    const session = sessionIn('claim-refused');
    t.after(() => session.destroy());

    await assert.rejects(
      session.claimStep(101, 1002),
      (error: unknown) => error instanceof LiveOpsError && error.code === 'not-enough-points',
    );
  });
});

describe('A scenario put on a session element', () => {
  /** Notes the properties at each update that is waited for. */
  class Target {
    readonly #updates: Record<string, unknown>[] = [];

    get updates(): readonly Record<string, unknown>[] {
      return this.#updates;
    }

    get updateComplete(): Promise<unknown> {
      this.#updates.push({...(this as object)});
      return Promise.resolve();
    }
  }

  it('leaves the language to the page, unless it has one of its own', async () => {
    const target: Target & {locale?: string} = Object.assign(new Target(), {locale: 'de'});

    await putOn(target, createScenario('default'));
    assert.equal(target.locale, 'de');
    await putOn(target, createScenario('rtl'));
    assert.equal(target.locale, 'ar-EG');
    await putOn(target, createScenario('default'));
    assert.equal(target.locale, 'de');
  });

  it('starts it in the old clan and then tells of the new one', async () => {
    const target = new Target();
    const scenario = createScenario('poor-new-clan');

    await putOn(target, scenario);

    const [start] = target.updates;
    assert.deepEqual([start?.['clan'], start?.['fetch']], ['wolves', scenario.fetch]);
    assert.equal(Object.entries(target).find(([name]) => name === 'clan')?.[1], 'ravens');
  });

  it('replaces all that another scenario has set', async () => {
    const target = new Target();

    await putOn(target, createScenario('rtl'));
    await putOn(target, createScenario('default'));

    const {playerName, clan, locale} = {...target} as Record<string, unknown>;
    assert.deepEqual({playerName, clan, locale}, {playerName: 'Rocket', clan: 'wolves', locale: undefined});
  });
});
