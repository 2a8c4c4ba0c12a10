import '../../../components/clan-contributors/define.js';
import './scene.js';

import {expect} from 'chai';
import {pageClock} from '../../../src/stores/clock.js';
import {explainWaiting} from '../../../src/ui/waiting.js';
import {describeWaiting} from '../../../src/ui/waiting-reasons.js';
import {FakeClock} from '../../support/fake-clock.js';
import {WOLVES} from '../../support/wire.js';
import {board as path, FakeApi} from './fake-api.js';
import {mount, names} from './page.js';

const PAGE = {...pageClock};
const BOARD = '<liveops-clan-contributors></liveops-clan-contributors>';
const READY = 'project-id="44056" token-url="/token"';

/** The page as an author wrote it, what waits, and words of the reason. */
const PAGES: readonly (readonly [page: string, html: string, waiting: string, reasons: readonly RegExp[]])[] = [
  ['no session', BOARD, 'liveops-clan-contributors', [/no <liveops-session> on the page/]],
  [
    'an editor’s paragraphs',
    `<p><liveops-session ${READY} host="none"></p><p>${BOARD}</p></liveops-session>`,
    'liveops-clan-contributors',
    [/not inside the <liveops-session>/, /<p>/],
  ],
  [
    'no project',
    `<liveops-session token-url="/token">${BOARD}</liveops-session>`,
    'liveops-clan-contributors',
    [/Its <liveops-session> has no `project-id`\./],
  ],
  [
    'no token',
    `<liveops-session project-id="44056"><liveops-reward-chain></liveops-reward-chain></liveops-session>`,
    'liveops-reward-chain',
    [/no source of tokens.*`getToken`.*`token-url`/],
  ],
  [
    'neither',
    `<liveops-session><liveops-clan-switch></liveops-clan-switch></liveops-session>`,
    'liveops-clan-switch',
    [/`project-id`/, /source of tokens/],
  ],
  ['a session alone', '<liveops-session></liveops-session>', 'liveops-session', [/It has no `project-id`/]],
  ['a game that says nothing', '<liveops-session host="custom"></liveops-session>', 'liveops-session', [/`configure`/]],
  [
    'the snippet twice',
    `<liveops-session id="player" ${READY}></liveops-session><liveops-session id="player">${BOARD}</liveops-session>`,
    'liveops-clan-contributors',
    [/2 elements of the page have the id "player"/, /source of tokens/],
  ],
  [
    'an id of nothing',
    `<liveops-clan-contributors session="nobody"></liveops-clan-contributors>`,
    'liveops-clan-contributors',
    [/No element of the page has the id "nobody"/],
  ],
  [
    'an id of something else',
    `<div id="box"></div><liveops-clan-contributors session="box"></liveops-clan-contributors>`,
    'liveops-clan-contributors',
    [/a <div>, which is none/],
  ],
];

describe('An element that waits', () => {
  let clock: FakeClock;
  let page: HTMLElement;
  let warnings: string[];
  const {warn} = console;

  beforeEach(() => {
    clock = new FakeClock();
    const after: typeof pageClock.after = (ms, task) => clock.after(ms, task);
    Object.assign(pageClock, {after});
    page = document.body.appendChild(document.createElement('div'));
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });

  afterEach(() => {
    page.remove();
    Object.assign(pageClock, PAGE);
    console.warn = warn;
  });

  async function write(html: string): Promise<void> {
    page.innerHTML = html;
    for (const element of page.querySelectorAll('*')) await (element as {updateComplete?: unknown}).updateComplete;
  }

  // First, since it warns once in the life of a page.
  it('says so once for the whole page, and briefly, where nothing explains it', async () => {
    await write(BOARD + BOARD);
    clock.pass(2_999);
    expect(warnings).to.deep.equal([]);

    clock.pass(1);
    await write(BOARD);
    clock.pass(60_000);

    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.match(/<liveops-clan-contributors>/)
      .and.have.length.below(140);
  });

  describe('in the development build', () => {
    before(() => explainWaiting(describeWaiting));

    for (const [name, html, waiting, reasons] of PAGES)
      it(`names the reason after three seconds, once: ${name}`, async () => {
        await write(html);
        clock.pass(2_999);
        expect(warnings).to.deep.equal([]);

        clock.pass(60_000);

        const mine = warnings.filter(text => text.includes(`<${waiting}> has waited`));
        expect(mine, warnings.join('\n')).to.have.length(1);
        for (const reason of reasons) expect(mine[0]).to.match(reason);
      });

    it('says nothing where the session comes in time, or the element leaves', async () => {
      await write(`<liveops-session project-id="44056">${BOARD}</liveops-session>${BOARD}`);
      page.lastElementChild!.remove();
      clock.pass(2_000);
      const session = page.querySelector('liveops-session')!;
      session.fetch = new FakeApi().on(path(101), WOLVES).fetch;
      session.getToken = () => new Promise(() => undefined);
      await session.updateComplete;

      clock.pass(60_000);

      expect(warnings).to.deep.equal([]);
    });

    it('waits again, and says so again, when its session has gone', async () => {
      const {session, board} = mount(new FakeApi().on(path(101), WOLVES));
      await names(board);
      clock.pass(60_000);
      expect(warnings).to.deep.equal([]);

      Object.assign(session, {getToken: undefined});
      await session.updateComplete;
      await board.updateComplete;
      clock.pass(3_000);

      expect(warnings.join()).to.match(/<liveops-clan-contributors> has waited.*source of tokens/);
    });
  });
});
