import assert from 'node:assert/strict';
import {test} from 'node:test';

type Page = {LiveOpsMessages?: unknown[]};
const page = globalThis as Page;

// What language files leave on the page before the first element reads it.
page.LiveOpsMessages = [['de', {claim: 'Abholen', retry: 'Noch einmal'}]];

const {addMessages} = await import('../../../src/index.js');
const {fill, messages, speak} = await import('../../../src/text/messages.js');
const {onTables} = await import('../../../src/text/tables.js');
const {directionOfWords, localeOfWords, mixedLanguages} = await import('../../../src/text/words.js');

function claimIn(locale: string): string {
  speak(locale);
  return messages.claim;
}

test('texts come from the language file that the page has loaded, else they are English', () => {
  assert.equal(claimIn('de-AT'), 'Abholen');
  assert.equal(messages.claimed, 'Claimed');
  assert.equal(claimIn('sv'), 'Claim');
});

test('a language file that comes later counts as soon as it is there', t => {
  let calls = 0;
  t.after(onTables(() => calls++));
  assert.equal(claimIn('fr'), 'Claim');

  page.LiveOpsMessages!.push(['fr', {claim: 'Récupérer'}]);

  assert.deepEqual([claimIn('fr_CA'), calls], ['Récupérer', 1]);
});

test('a page replaces single texts, also English ones', () => {
  addMessages('de', {claim: 'Holen'});
  addMessages('en', {claim: 'Grab it'});

  assert.equal(claimIn('de'), 'Holen');
  assert.equal(messages.retry, 'Noch einmal');
  assert.deepEqual([claimIn('en-GB'), claimIn('sv')], ['Grab it', 'Grab it']);
  addMessages('en', {claim: 'Claim'});
});

for (const [asked, expected] of [
  ['zh-TW', 'traditional'],
  ['zh_HK', 'traditional'],
  ['zh-Hant', 'traditional'],
  ['zh-Hans-HK', 'simplified'],
  ['zh-CN', 'simplified'],
  ['zh', 'simplified'],
  ['iw', 'Hebrew'],
  ['he-IL', 'Hebrew'],
  ['in_ID', 'Indonesian'],
  ['tl', 'Filipino'],
  ['pt_BR', 'Portuguese'],
  ['ja_JP', 'Japanese'],
] as const)
  test(`${asked} is ${expected}`, () => {
    addMessages('zh-Hans', {claim: 'simplified'});
    addMessages('zh-Hant', {claim: 'traditional'});
    addMessages('he', {claim: 'Hebrew'});
    addMessages('id', {claim: 'Indonesian'});
    addMessages('fil', {claim: 'Filipino'});
    addMessages('pt', {claim: 'Portuguese'});
    addMessages('ja', {claim: 'Japanese'});

    assert.equal(claimIn(asked), expected);
  });

test('words and figures are in one language where there are texts, and read in its direction', () => {
  addMessages('he', {claim: 'Hebrew'});

  assert.deepEqual(
    [localeOfWords('he-IL'), mixedLanguages('he-IL'), directionOfWords('he-IL')],
    ['he-IL', undefined, 'rtl'],
  );
  assert.deepEqual(
    [directionOfWords('de'), directionOfWords('en'), directionOfWords('sv')],
    ['ltr', undefined, undefined],
  );
  assert.deepEqual(mixedLanguages('sv'), {words: 'en', figures: 'sv'});
});

test('a text has the form that goes with its number, by the rules of its language', () => {
  const forms = '{count} {count:one=очко|few=очка|many=очков|other=очка}';
  addMessages('ru', {claim: forms});
  speak('ru');

  assert.deepEqual(
    [1, 3, 5, 21, 1.5].map(count => fill(messages.claim, {count})),
    ['1 очко', '3 очка', '5 очков', '21 очко', '1,5 очка'],
  );
  speak('en');
  assert.deepEqual(
    [1, 2, 0].map(points => fill(messages.climb, {points, rank: 1})),
    ['1 point to rank 1', '2 points to rank 1', '0 points to rank 1'],
  );
});

test('something that is no language, or no text, is refused or left out', () => {
  assert.throws(() => addMessages('German', {claim: 'x'}), TypeError);
  page.LiveOpsMessages!.push(['es', {claim: 7, retry: 'Reintentar'}]);

  assert.equal(claimIn('es'), 'Claim');
  assert.equal(messages.retry, 'Reintentar');
});
