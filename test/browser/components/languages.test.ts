import {expect} from 'chai';
import type {TextTable} from '../../../src/text/tables.js';
import {waitUntil} from '../../support/wait-until.js';
import {rowsOf} from '../../support/wire.js';
import {board as boardPath, FakeApi} from './fake-api.js';
import {mount, names, texts} from './page.js';
import {play} from './scene.js';

const page = globalThis as {LiveOpsMessages?: (readonly [string, TextTable])[]};

const sectionOf = (element: Element): HTMLElement => element.shadowRoot!.querySelector('section')!;

describe('Texts in another language', () => {
  it('show as soon as its file is loaded, with its language and direction', async () => {
    const {element} = await play('liveops-daily-rewards', 'default', {session: {locale: 'de-AT'}});
    await waitUntil(() => texts(element, 'progress')[0] === '1 of 7 claimed', 'English');

    page.LiveOpsMessages!.push(['de', {dailyProgress: '{claimed} von {days} abgeholt'}]);

    await waitUntil(() => texts(element, 'progress')[0] === '1 von 7 abgeholt', 'German');
    expect([sectionOf(element).lang, sectionOf(element).dir]).to.deep.equal(['de-AT', 'ltr']);
  });

  it('change in rows that are there already', async () => {
    const api = new FakeApi().on(boardPath(101), rowsOf({winner: 555, Rocket: null, '': 3}));
    const {session, board} = mount(api, {session: {locale: 'ja'}});
    await names(board);
    const said = (): string => board.shadowRoot!.querySelector('ol')!.textContent!;
    await waitUntil(() => ['You', 'Unknown player', 'No points shown'].every(text => said().includes(text)), 'English');

    page.LiveOpsMessages!.push(['ja', {own: 'あなた', unknownPlayer: '名無し', noAmount: 'ポイントなし'}]);

    await waitUntil(() => ['あなた', '名無し', 'ポイントなし'].every(text => said().includes(text)), 'Japanese');
    expect(said()).to.not.match(/You|Unknown|No points/);
    session.remove();
  });

  it('read from right to left where the language does, on a page of another direction', async () => {
    page.LiveOpsMessages!.push(['he', {dailyProgress: 'נאספו {claimed} מתוך {days}'}]);

    const {element} = await play('liveops-daily-rewards', 'default', {session: {locale: 'iw_IL'}});

    await waitUntil(() => texts(element, 'progress')[0] === 'נאספו 1 מתוך 7', 'Hebrew');
    expect(getComputedStyle(sectionOf(element)).direction).to.equal('rtl');
  });

  it('change with the session’s locale, and are each session’s own on one page', async () => {
    page.LiveOpsMessages!.push(['de', {dailyProgress: '{claimed} von {days} abgeholt'}]);
    page.LiveOpsMessages!.push(['fr', {dailyProgress: '{claimed} sur {days} récupérés'}]);
    const german = await play('liveops-daily-rewards', 'default', {session: {locale: 'de'}});
    const other = await play('liveops-daily-rewards', 'default', {session: {locale: 'fr'}});
    const progress = (): unknown[] => [german.element, other.element].map(element => texts(element, 'progress')[0]);
    await waitUntil(() => progress().join() === '1 von 7 abgeholt,1 sur 7 récupérés', 'both languages');

    for (const {element} of [german, other, german]) {
      element.requestUpdate();
      await element.updateComplete;
    }
    expect(progress()).to.deep.equal(['1 von 7 abgeholt', '1 sur 7 récupérés']);

    other.session.locale = 'en';
    await waitUntil(() => progress().join() === '1 von 7 abgeholt,1 of 7 claimed', 'English');
    expect(sectionOf(other.element).hasAttribute('dir')).to.equal(false);
  });
});
