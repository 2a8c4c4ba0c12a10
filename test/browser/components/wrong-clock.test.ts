import '../../../components/clan-contributors/define.js';
import '../../../components/clan-switch/define.js';
import '../../../components/reward-chain/define.js';

import {expect} from 'chai';
import type {SessionElement} from '../../../components/session/session.js';
import {chain, chains, step, WOLVES, worth} from '../../support/wire.js';
import {board, FakeApi, LIST} from './fake-api.js';
import {element, names, parts, sessionOn, shown, texts} from './page.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const realNow = Date.now;

/** What a device adds to the time. */
const CLOCKS = {
  'a right clock': () => 0,
  '4 days behind': () => -4 * DAY,
  '26 days ahead': () => 26 * DAY,
  'two years ahead': () => 730 * DAY,
  'in 1970': () => -realNow(),
};

const isoIn = (ms: number): string => new Date(realNow() + ms).toISOString();

const steps = [step(1, 100), step(2, 9_000)];
const points = {value_point: worth(150), top_contributors: WOLVES, steps};
const quest = chain({
  ...{reward_chain_id: 7, name: 'Quest', order: 2, date_start: isoIn(-3 * DAY), date_end: isoIn(25 * DAY), ...points},
  recurrent_schedule: {interval_type: 'weekly', reset_next_date: Math.round((realNow() + 4 * DAY + HOUR) / 1_000)},
});
const over = chain({reward_chain_id: 5, name: 'Over', order: 1, date_end: isoIn(-2 * DAY - HOUR), ...points});
const next = chain({reward_chain_id: 6, name: 'Next', order: 0, date_start: isoIn(25 * DAY), ...points});
const mine = chain({reward_chain_id: 8, name: 'Mine', order: 0, clan_type: null, value_point: worth(5, false)});

/** A JWT, of which only the payload is read. */
const jwt = (claims: object): string => `e30.${btoa(JSON.stringify(claims))}.x`;
const seconds = (ms: number): number => Math.floor((realNow() + ms) / 1_000);

/** What tells the time: the token, the answers, or nothing at all. `list` is what can be told apart then. */
const WORDS = {
  'a fresh token': {token: jwt({iat: seconds(0), exp: seconds(DAY)}), list: [next, over, mine, quest], date: false},
  'a token of this morning': {
    ...{token: jwt({iat: seconds(-5 * HOUR), exp: seconds(19 * HOUR)}), date: false},
    list: [next, over, mine, quest],
  },
  'the answers': {token: 'opaque', list: [next, over, mine, quest], date: true},
  nothing: {token: 'opaque', list: [mine, quest], date: false},
  'a token of nonsense': {token: jwt({iat: 9e12, exp: 'never'}), list: [mine, quest], date: false},
};

type Words = (typeof WORDS)[keyof typeof WORDS];

function pageOf({token, list, date}: Words): SessionElement {
  const headers = new Headers(date ? {date: new Date(realNow()).toUTCString()} : {});
  const api = new FakeApi().on(LIST, () => Response.json(chains(...list), {headers}));
  for (const id of [5, 6, 7]) api.on(board(id), () => Response.json(id === 7 ? WOLVES : [], {headers}));
  const session = sessionOn(api);
  session.getToken = () => token;
  document.body.append(session);
  return session;
}

/** What each element shows without `reward-chain-id`. */
const ELEMENTS = {
  async 'liveops-clan-contributors'(session: SessionElement) {
    const shows = session.appendChild(element('liveops-clan-contributors'));
    return {rows: await names(shows), climbs: texts(shows, 'climb')};
  },
  async 'liveops-reward-chain'(session: SessionElement) {
    const shows = session.appendChild(element('liveops-reward-chain'));
    await shown(shows, 'step');
    const title = texts(shows, 'title');
    return {title, climbs: texts(shows, 'climb'), claims: parts(shows, 'claim').length};
  },
  async 'liveops-clan-switch'(session: SessionElement) {
    session.append(element('liveops-clan-switch'));
    await session.updateComplete;
    const preview = await session.session!.clanSwitch.preview();
    return preview.filter(({id}) => id === 7).map(({claimable}) => claimable.length);
  },
};

const SHOWN = {
  'liveops-clan-contributors': {rows: ['winner', 'Rocket', 'MrJoe', 'beginner'], climbs: ['158 points to rank 1']},
  'liveops-reward-chain': {title: ['Quest'], climbs: ['8,850 points to Level 2'], claims: 1},
  'liveops-clan-switch': [1],
};

afterEach(() => {
  Date.now = realNow;
});

describe('On a device whose clock is wrong', () => {
  for (const [clock, toSkew] of Object.entries(CLOCKS)) {
    for (const [source, words] of Object.entries(WORDS)) {
      it(`every element shows what the server lists: ${clock}, the time told by ${source}`, async () => {
        Date.now = () => realNow() + toSkew();
        for (const [tag, look] of Object.entries(ELEMENTS)) {
          const session = pageOf(words);
          expect(await look(session), tag).to.deep.equal(SHOWN[tag as keyof typeof SHOWN]);
          session.remove();
        }
      });
    }

    it(`a countdown is right where the server's time is known: ${clock}`, async () => {
      Date.now = () => realNow() + toSkew();
      for (const source of ['a fresh token', 'the answers'] as const) {
        const shows = pageOf(WORDS[source]).appendChild(element('liveops-reward-chain'));
        await shown(shows, 'step');
        expect(texts(shows, 'countdown'), source).to.deep.equal(['Resets in 4 days']);
      }
    });

    it(`no countdown says what cannot be where it is not: ${clock}`, async () => {
      Date.now = () => realNow() + toSkew();
      const shows = pageOf(WORDS.nothing).appendChild(element('liveops-reward-chain'));
      await shown(shows, 'step');
      expect(texts(shows, 'countdown')[0]).to.match(/^(Resets in \d days)?$/);
    });
  }

  it('a chain that the server’s time has passed is not chosen, and one that is named says so', async () => {
    Date.now = () => realNow() - 4 * DAY;
    const {token} = WORDS['a fresh token'];
    const session = pageOf({token, list: [over], date: false});
    const unnamed = session.appendChild(element('liveops-reward-chain'));
    const named = session.appendChild(element('liveops-reward-chain', {'reward-chain-id': '5'}));
    await shown(named, 'step');

    expect(texts(unnamed, 'empty')[0]).to.match(/no clan event/);
    expect(texts(named, 'countdown')).to.deep.equal(['Ended 2 days ago']);
    expect(parts(named, 'claim')).to.have.length(1);
    expect(parts(named, 'climb')).to.have.length(0);
  });
});
