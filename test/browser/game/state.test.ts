import {expect} from 'chai';
import {atom} from 'nanostores';
import {stateFor} from '../../../src/game/state.js';
import type {Session} from '../../../src/session/session.js';
import {noting} from './link.js';

/** A session as far as its state goes. */
function sessionIn(clan: string) {
  const parts = {
    $clan: atom<string | null>(clan),
    $signedOut: atom(false),
    $rewardChains: atom({status: 'loading'}),
    $dailyChains: atom<object>({status: 'loading'}),
    $offerChains: atom({status: 'loading'}),
    orders: {$orders: atom<readonly object[]>([])},
    clanSwitch: {$state: atom({status: 'settled'}), $receipts: atom([])},
    contributors: () => atom({status: 'idle'}),
  };
  return {...parts, session: parts as unknown as Session};
}

/** How many follow the session. */
const listeners = ({$clan}: ReturnType<typeof sessionIn>): number => $clan.lc;

const turn = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

describe('The state for a game that draws it itself', () => {
  function followed() {
    const {link, told} = noting();
    const page = new EventTarget();
    let current: ReturnType<typeof sessionIn> | undefined = sessionIn('wolves');
    const state = stateFor({link, session: () => current?.session, page});
    const replace = (next: typeof current): void => {
      current = next;
      page.dispatchEvent(new Event('liveops-session-change'));
    };
    const clans = (): unknown[] => told.map(each => (each as [string, {clan: unknown}])[1].clan);
    return {state, first: current, replace, clans, told};
  }

  it('is the answer, and comes again with every change', async () => {
    const {state, first, clans} = followed();

    expect(state.handlers['state']!({})).to.include({clan: 'wolves'});
    first.$clan.set('ravens');
    first.$signedOut.set(true);
    await turn();

    expect(clans()).to.deep.equal(['ravens']);
  });

  it('has the offer chains and the orders, and comes again when an order changes', async () => {
    const {state, first, told} = followed();
    expect(state.handlers['state']!({})).to.deep.include({offerChains: {status: 'loading'}, orders: []});

    first.orders.$orders.set([{id: 641, status: 'paid'}]);
    await turn();

    const [, sent] = told[0] as [string, {orders: unknown}];
    expect(sent.orders).to.deep.equal([{id: 641, status: 'paid'}]);
  });

  it('goes on with the session that takes the place of the one before', async () => {
    const {state, first, replace, clans} = followed();
    state.handlers['state']!({});
    const second = sessionIn('bears');

    replace(second);
    first.$clan.set('aborted');
    second.$clan.set('foxes');
    await turn();

    expect(clans()).to.deep.equal(['bears', 'foxes']);
    expect([listeners(first), listeners(second)]).to.deep.equal([0, 1]);
  });

  it('goes on after a time without a session', async () => {
    const {state, replace, clans} = followed();
    state.handlers['state']!({});

    replace(undefined);
    replace(sessionIn('bears'));
    await turn();

    expect(clans()).to.deep.equal(['bears']);
  });

  it('follows nothing while the game pauses, also through a new session, and comes again afterwards', async () => {
    const {state, first, replace, clans} = followed();
    state.handlers['state']!({});
    const second = sessionIn('bears');

    state.pause(true);
    replace(second);
    expect([listeners(first), listeners(second)]).to.deep.equal([0, 0]);
    expect(state.handlers['state']!({})).to.include({clan: 'bears'});
    expect(listeners(second)).to.equal(0);
    state.pause(false);
    await turn();

    expect(clans()).to.deep.equal(['bears']);
    expect(listeners(second)).to.equal(1);
  });

  it('has how many days can be claimed, over all chains, and nothing while that is not known', async () => {
    const {state, first, told} = followed();
    const badge = (): unknown => (told[told.length - 1] as [string, {daily: unknown}])[1].daily;
    expect(state.handlers['state']!({})).to.deep.include({daily: {claimable: null}, dailyChains: {status: 'loading'}});

    const days = (...statuses: readonly string[]): object => ({steps: statuses.map(status => ({status}))});
    first.$dailyChains.set({status: 'ready', value: [days('claimed', 'claimable', 'upcoming'), days('claimable')]});
    await turn();
    expect(badge()).to.deep.equal({claimable: 2});

    first.$dailyChains.set({status: 'ready', value: [days('claimed', 'claimed', 'upcoming'), days('claimed')]});
    await turn();
    expect(badge()).to.deep.equal({claimable: 0});
  });

  it('is nothing that a game gets without having asked', async () => {
    const {first, replace, clans} = followed();

    replace(sessionIn('bears'));
    await turn();

    expect(clans()).to.deep.equal([]);
    expect(listeners(first)).to.equal(0);
  });
});
