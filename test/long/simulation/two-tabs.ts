import fc, {type Scheduler} from 'fast-check';
import {atom, type WritableAtom} from 'nanostores';
import {readClanUpdate} from '../../../src/clan-switch/update.js';
import {LiveOpsError} from '../../../src/errors.js';
import type {RewardChain} from '../../../src/model.js';
import {applyChange, type StorageTier} from '../../../src/storage/text-store.js';
import {createTieredStore} from '../../../src/storage/tiered-store.js';
import {createClanSwitch, type OwnedClanSwitch} from '../../../src/clan-switch/clan-switch.js';
import {createJournal, type Journal} from '../../../src/claims/journal.js';
import {createPlayerSwitch} from '../../../src/clan-switch/player-switch.js';
import {settleClaim} from '../../../src/claims/settle-claim.js';
import type {StepEvidence} from '../../../src/claims/verdict.js';
import {stepEvidence} from '../../../src/reward-chains/rules.js';
import {UNKNOWN_TIME} from '../../../src/stores/server-clock.js';
import {createQueue} from '../../../src/claims/queue.js';
import {createVirtualClock, type VirtualClock} from './clock.js';
import {createLife, type Life} from './life.js';
import {createProject, OWN_NAME, type Project} from './project.js';
import {createRandom} from './random.js';
import {createServer, type Server} from './server.js';
import {type Faults, NO_FAULTS} from './settings.js';
import {createTabLocks} from './tab-locks.js';
import {createWitness, type Finding, type Witness} from './witness.js';
import {promisesDone} from '../../support/promises-done.js';

/** What may become of one update. */
const FATES = ['requestLost', 'answerLost', 'resent', 'mangled', 'failsAfter', 'refused', 'none', 'none'] as const;
const ACTS = ['press', 'press', 'acknowledge', 'visible', 'crash', 'move', 'claim', 'sign in', 'sign out'] as const;
const CLANS = ['wolves', 'ravens', 'owls'] as const;
const PLAYERS = ['anna', 'bert'] as const;
const HOUR_MS = 3_700_000;

/** One thing that somebody does, and how many waiting calls go on before the next. */
const act = fc.record({
  what: fc.constantFrom(...ACTS),
  tab: fc.constantFrom(0, 1),
  player: fc.constantFrom(...PLAYERS),
  clan: fc.constantFrom(...CLANS, null),
  calls: fc.nat(12),
});

export const interleaving = fc.record({
  acts: fc.array(act, {minLength: 3, maxLength: 14}),
  fates: fc.array(fc.constantFrom(...FATES), {minLength: 8, maxLength: 8}),
  claims: fc.constantFrom('per-clan' as const, 'per-chain' as const),
  seed: fc.nat(),
});

type Interleaving = (typeof interleaving extends fc.Arbitrary<infer T> ? T : never) & {hasLocks: boolean};
type Act = Interleaving['acts'][number];

type Account = {
  project: Project;
  server: Server;
  witness: Witness;
  inFlight: number;
  word: string | null;
};

type Tab = {
  life: Life;
  clanSwitch: OwnedClanSwitch;
  $clan: WritableAtom<string | null | undefined>;
  player: string | undefined;
  claim(): void;
};

/** Two tabs of one browser and two players, every call out of a tab waiting for the scheduler. */
export async function playInterleaving(scheduler: Scheduler, chosen: Interleaving): Promise<readonly Finding[]> {
  const clock = createVirtualClock();
  const uninstall = clock.install();
  try {
    return await createBrowser(scheduler, chosen, clock).play();
  } finally {
    uninstall();
  }
}

function createBrowser(scheduler: Scheduler, {acts, fates, hasLocks, claims, seed}: Interleaving, clock: VirtualClock) {
  const random = createRandom(seed);
  const disk = new Map<string, string>();
  const locks = createTabLocks();
  const findings: Finding[] = [];
  const accounts = new Map(PLAYERS.map(player => [player as string, createAccount(player)]));
  /** What the player has asked to be closed; a switch that granted nothing closes itself. */
  const acknowledged = new Set<string>();
  const left = [...fates];
  let ids = 0;
  let isCalm = false;
  const tabs = [openTab(0), openTab(1)];

  return {
    async play(): Promise<readonly Finding[]> {
      for (const one of acts) {
        await promisesDone();
        perform(one);
        for (let call = 0; call < one.calls && scheduler.count(); call++) await scheduler.waitNext(1);
      }
      isCalm = true;
      await rest();
      tabs.forEach((_, tab) => crash(tab));
      for (const player of PLAYERS) await finish(player);
      for (const {witness} of accounts.values()) findings.push(...witness.findings);
      return findings;
    },
  };

  function createAccount(player: string): Account {
    const potion = {sku: `${player}.potion`, name: 'Potion', type: 'virtual_good', source: 'expected' as const};
    const steps = [1, 2, 3].map(id => ({
      id,
      price: id * 100,
      rewards: [potion, {...potion, sku: `${player}.gem.${id}`}],
    }));
    const chains = [{id: 101, steps, isGone: false}];
    const project = createProject(chains, {claims, claimsEnded: false, boards: true}, () => clock.now());
    CLANS.forEach((clan, index) => {
      const give = (name: string, amount: number): unknown =>
        project.contribute({clan, chainId: 101, name, amount, mayUnlock: true});
      give(`${clan} one`, 60 + 130 * index + random.between(0, 30));
      give(`${clan} two`, 45);
      if (random.chance(0.5)) give(OWN_NAME, random.between(1, 200));
    });
    project.member = project.attribute = 'owls';
    const witness = createWitness(() => undefined);
    const account: Account = {
      project,
      witness,
      inFlight: 0,
      word: 'owls',
      server: createServer({
        random,
        project,
        now: () => clock.now(),
        list: () => project.view(),
        onGranted: (rewards, switchId) => witness.granted(rewards, switchId),
      }),
    };
    return account;
  }

  function accountOf(player: string): Account {
    return accounts.get(player) as Account;
  }

  function openTab(tab: number): Tab {
    const life = createLife(random, 0, () => undefined);
    const $clan = atom<string | null | undefined>(undefined);
    const turns = createQueue();
    const lock = locks.of(tab);
    const mine = new Set<string>();
    const player = PLAYERS[0] as string | undefined;
    $clan.set(accountOf(PLAYERS[0]).word);

    const withLock = async <T>(name: string, task: () => Promise<T>): Promise<T> =>
      turns(() => (hasLocks ? lock(name, task) : task()));
    const call = async <T>(what: string, effect: () => T | Promise<T>): Promise<T> => {
      await scheduler.schedule(Promise.resolve(), `${what} of tab ${tab}`);
      const result = await life.call(effect);
      await scheduler.schedule(Promise.resolve(), `after ${what} of tab ${tab}`);
      return life.call(() => result);
    };
    // As the session does: a request goes out under the token of its player, or not at all.
    const checkPlayer = (name: string): void => {
      if (opened.player !== name) throw new LiveOpsError('aborted', 'Another player.');
    };
    const readChains = (name: string) => async (): Promise<readonly RewardChain[]> => {
      checkPlayer(name);
      const chains = await call('chains', () => accountOf(name).project.view());
      checkPlayer(name);
      return chains;
    };
    const tier: StorageTier = {
      durable: true,
      all: prefix => call('read', () => [...disk].filter(([key]) => key.startsWith(prefix)).map(([, text]) => text)),
      put: (key, change) =>
        call('write', () => {
          const text = applyChange(change, disk.get(key));
          if (text !== undefined) disk.set(key, text);
        }),
      remove: (key, _wanted, isOutdated) =>
        call('remove', () => {
          const found = disk.get(key);
          if (found !== undefined && (isOutdated?.(found) ?? true)) disk.delete(key);
        }),
    };
    const send = async (name: string, id: string) => {
      const account = accountOf(name);
      checkPlayer(name);
      if (++account.inFlight > 1 && hasLocks) findings.push({kind: 'two updates at once', what: id});
      life.onEnd = () => void account.inFlight--;
      try {
        return await call('update', () => {
          return account.server.update(faultsOf(isCalm ? 'none' : (left.shift() ?? 'none')), id);
        });
      } finally {
        life.onEnd = undefined;
        account.inFlight--;
      }
    };

    const clanSwitch = createClanSwitch({
      $clan,
      today: clock.now,
      readChains: async () => [],
      identify: async () => signIn(opened, opened.player ?? PLAYERS[0]),
      onChange: () => () => undefined,
      create(name, firstClan) {
        let openId = '';
        const watch = (journal: Journal): Journal => ({
          ...journal,
          async write(record) {
            if (record.state === 'inflight') openId = record.id;
            return journal.write(record);
          },
          async close(id, state) {
            const durable = await journal.close(id, state);
            if (durable && acknowledged.has(id)) mine.add(id);
            return durable;
          },
        });
        return createPlayerSwitch({
          name,
          firstClan,
          clan: () => $clan.value,
          journal: watch(createJournal({player: name, store: createTieredStore([tier]), today: clock.now})),
          ownName: OWN_NAME,
          readChains: readChains(name),
          sendUpdate: () => send(name, openId),
          read: readClanUpdate,
          today: clock.now,
          now: clock.now,
          createId: () => `switch ${++ids}`,
          after: clock.after,
          random: random.next,
          withLock: task => withLock(name, task),
          onSwitched: () => undefined,
        });
      },
    });
    const opened: Tab = {
      life,
      clanSwitch,
      $clan,
      player,
      claim() {
        const name = opened.player;
        const step = name && accountOf(name).project.claimable()[0];
        if (!step) return;
        const {project, witness} = accountOf(name);
        const send = (): Promise<void> =>
          call('claim', () => witness.granted(project.claim(step.chainId, step.stepId) ?? []));
        const check = async (): Promise<StepEvidence> => stepEvidence(await readChains(name)(), step, UNKNOWN_TIME);
        watchPromise(withLock(name, () => settleClaim({send, check})));
      },
    };
    clanSwitch.$receipts.subscribe(receipts => {
      if (life.isOver || !opened.player) return;
      const {witness} = accountOf(opened.player);
      witness.shown(receipts);
      for (const {id, rewards} of receipts) {
        if (mine.has(id)) findings.push({kind: 'shown again', what: id});
        if (rewards.some(({sku}) => !sku.startsWith(`${opened.player}.`)))
          findings.push({kind: 'another player', what: id});
      }
    });
    clanSwitch.$state.subscribe(() => undefined);
    return opened;
  }

  function signIn(tab: Tab, player: string | undefined): void {
    tab.player = undefined;
    tab.clanSwitch.setPlayer(undefined);
    tab.$clan.set(player && accountOf(player).word);
    tab.player = player;
    tab.clanSwitch.setPlayer(player);
  }

  function watchPromise(promise: Promise<unknown>): void {
    promise.catch((error: unknown) => findings.push({kind: 'rejected', what: String(error)}));
  }

  function crash(index: number): void {
    tabs[index]?.life.end();
    locks.free(index);
  }

  function perform({what, tab: index, player, clan}: Act): void {
    const tab = tabs[index] as Tab;
    const {clanSwitch} = tab;
    const acts: Record<Act['what'], () => void> = {
      press: () => watchPromise(clanSwitch.switchClan()),
      acknowledge() {
        look(tab);
        const receipt = clanSwitch.$receipts.get()[0];
        if (receipt) acknowledge(tab, receipt.id);
      },
      visible: () => clanSwitch.wake(),
      crash() {
        crash(index);
        tabs[index] = openTab(index);
      },
      move() {
        const account = accountOf(player);
        account.word = account.project.attribute = clan;
        for (const one of tabs) if (one.player === player) one.$clan.set(clan);
      },
      claim: () => tab.claim(),
      'sign in': () => signIn(tab, player),
      'sign out': () => signIn(tab, undefined),
    };
    acts[what]();
  }

  function acknowledge({clanSwitch}: Tab, id: string): void {
    acknowledged.add(id);
    watchPromise(clanSwitch.acknowledge(id));
  }

  function look({player, clanSwitch}: Tab): void {
    if (player) accountOf(player).witness.looked(clanSwitch.$receipts.get());
  }

  /** Until nothing more comes of itself for so long. */
  async function rest(patienceMs = 150_000): Promise<void> {
    for (let round = 0; round < 60; round++) {
      await promisesDone();
      while (scheduler.count()) {
        await scheduler.waitNext(scheduler.count());
        await promisesDone();
      }
      await clock.pass(patienceMs, () => scheduler.count() > 0);
      if (!scheduler.count()) return;
    }
  }

  /** A last visit of a player, alone and with nothing going wrong. */
  async function finish(player: string): Promise<void> {
    const tab = openTab(0);
    tabs[0] = tab;
    signIn(tab, player);
    // A record that has used up its updates sends one an hour.
    await rest(HOUR_MS);
    look(tab);
    for (const {id} of tab.clanSwitch.$receipts.get()) acknowledge(tab, id);
    await rest();
    crash(0);
    const after = openTab(0);
    signIn(after, player);
    await rest();
    // Not before: the first visit may have found a refusal that an earlier page did not live to tell.
    const {status} = after.clanSwitch.$state.get();
    if (status !== 'settled' && status !== 'pending') findings.push({kind: 'at no rest', what: `${player}: ${status}`});
    const again = after.clanSwitch.$receipts.get();
    if (again.length) findings.push({kind: 'shown again', what: `${player}: ${again.length}`});
    after.life.end();
    accountOf(player).witness.close(false);
  }
}

function faultsOf(fate: (typeof FATES)[number]): Faults {
  if (fate === 'none') return NO_FAULTS;
  if (fate === 'resent') return {...NO_FAULTS, answerLost: 0.5, resent: 1};
  return {...NO_FAULTS, [fate]: 1};
}
