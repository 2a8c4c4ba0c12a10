import {expect} from 'chai';
import {trackOn} from './track.js';
import {worth, step} from '../../support/wire.js';
import {parts, shown, texts} from './page.js';
import {play, says} from './scene.js';

const TAG = 'liveops-reward-chain';

const TEXTS = {
  popup_header: {en: 'Clans', de: 'Clans (de)', cn: '公会', tw: '公會', ph: 'Mga angkan', fr: null},
  popup_instruction: {en: 'Join.', de: 'Tritt bei.', cn: '加入。', tw: '加入。（繁）', ph: 'Sumali.'},
};

/** How to join, as a player of that language who is in no clan is told. */
async function told(locale: string, fields: object = TEXTS): Promise<string> {
  const wishes = {session: {locale, clan: ''}};
  const {element} = trackOn({value_point: worth(0), steps: [step(1, 100)], ...fields}, wishes);
  await shown(element, 'how-to-join');
  return texts(element, 'how-to-join')[0]!;
}

describe('How to join a clan, in <liveops-reward-chain>', () => {
  for (const [locale, text] of [
    ['en', 'Clans Join.'],
    ['de-AT', 'Clans (de) Tritt bei.'],
    ['zh-CN', '公会 加入。'],
    ['zh-Hans', '公会 加入。'],
    ['zh', '公会 加入。'],
    ['zh-TW', '公會 加入。（繁）'],
    ['zh-Hant-HK', '公會 加入。（繁）'],
    ['fil', 'Mga angkan Sumali.'],
    ['fil-PH', 'Mga angkan Sumali.'],
    ['sv', 'Clans Join.'],
    ['fr', 'Clans Join.'],
  ] as const)
    it(`is shown in the project’s words for ${locale}`, async () => {
      expect(await told(locale)).to.equal(text);
    });

  it('is shown in the first language there is, where there is no English', async () => {
    expect(await told('sv', {popup_header: {ja: 'クラン'}, popup_instruction: null})).to.equal('クラン');
  });

  it('is shown in our words where the project has none', async () => {
    expect(await told('en', {popup_header: null, popup_instruction: null})).to.equal('You are not in a clan yet.');
  });

  it('is shown above the steps, which stay to be seen, and nobody is sent to climb for a clan that is not', async () => {
    const {element} = await play(TAG, 'clanless-chain');
    await shown(element, 'how-to-join');

    const how = parts(element, 'how-to-join')[0]!.getBoundingClientRect();
    expect(how.bottom).to.be.at.most(parts(element, 'steps')[0]!.getBoundingClientRect().top);
    expect(parts(element, 'step-locked').length).to.equal(3);
    expect(parts(element, 'climb').length).to.equal(0);
  });

  it('is not shown to a player whose clan is unknown', async () => {
    const {element} = await play(TAG, 'unknown-clan');
    await shown(element, 'step');

    expect(parts(element, 'how-to-join').length).to.equal(0);
  });

  it('goes once the player is in a clan, and comes when the player leaves it', async () => {
    const {element, session} = trackOn({value_point: worth(0), steps: [step(1, 100)]}, {session: {clan: ''}});
    await shown(element, 'how-to-join');

    session.clan = 'wolves';
    await says(element, '0 of 100');
    await shown(element, 'climb');
    expect(parts(element, 'how-to-join').length).to.equal(0);

    session.removeAttribute('clan');
    session.clan = '';
    await shown(element, 'how-to-join');
  });

  it('is shown with the project’s picture', async () => {
    const {element} = trackOn({...TEXTS, popup_image_url: 'https://a.example/join.png'}, {session: {clan: ''}});
    await shown(element, 'join-image');

    const [image] = parts(element, 'join-image') as HTMLImageElement[];
    expect([image!.src, image!.alt, image!.referrerPolicy]).to.deep.equal([
      'https://a.example/join.png',
      '',
      'no-referrer',
    ]);
  });

  it('is shown with the picture where the project has no words', async () => {
    const fields = {popup_header: null, popup_instruction: null, popup_image_url: 'https://a.example/join.png'};

    expect(await told('en', fields)).to.equal('You are not in a clan yet.');
    expect(document.querySelector('liveops-reward-chain')!.shadowRoot!.querySelector('[part=join-image]')).not.to.equal(
      null,
    );
  });

  it('shows no picture from an address that is not safe', async () => {
    for (const url of ['javascript:alert(1)', 'http://a.example/join.png', 'data:image/svg+xml,<svg/>']) {
      const {element} = trackOn({...TEXTS, popup_image_url: url}, {session: {clan: ''}});
      await shown(element, 'how-to-join');

      expect(parts(element, 'join-image'), url).to.be.empty;
    }
  });

  it('shows markup in the project’s words as text', async () => {
    expect(await told('en', {popup_header: {en: '<b>Hi</b>'}, popup_instruction: {en: '<img src=x>'}})).to.equal(
      '<b>Hi</b> <img src=x>',
    );
  });
});
