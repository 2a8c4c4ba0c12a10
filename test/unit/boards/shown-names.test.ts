import assert from 'node:assert/strict';
import {test} from 'node:test';

import {type NameRules, showNames} from '../../../src/boards/shown-names.js';
import {hostileName} from '../security/hostile-names.js';
import {Chance} from '../security/chance.js';

const ROWS = [
  {name: 'winner', amount: 5},
  {name: 'Rocket', amount: 4},
  {name: 'Bo', amount: 3},
  {name: '', amount: 2},
];
const namesBy = (rules: NameRules): string[] => showNames(ROWS, {ownName: 'Rocket', ...rules}).map(({name}) => name);

test('names are masked but for the player’s own, and short ones whole', () => {
  assert.deepEqual(namesBy({maskNames: true}), ['w•••', 'Rocket', '•••', '']);
});

test('the page chooses names, also where they are masked, and knows whose they are', () => {
  const displayName: NameRules['displayName'] = ({name, own, amount}) => (own ? `me (${amount})` : `Friend ${name}`);

  assert.deepEqual(namesBy({displayName}), ['Friend winner', 'me (4)', 'Friend Bo', 'Friend']);
  assert.deepEqual(namesBy({displayName, maskNames: true}), ['F•••', 'me (4)', 'F•••', 'F•••']);
});

test('a function of the page that throws or returns no name leaves every name masked', () => {
  const fail = (): never => {
    throw new Error('of the page');
  };
  for (const displayName of [fail, () => undefined, () => 7, () => '', () => ' \u202e ', () => ({})] as never[]) {
    assert.deepEqual(namesBy({displayName}), ['w•••', 'Rocket', '•••', '']);
  }
});

test('what the page chooses is made as safe as the server’s names', () => {
  const chance = new Chance(1);
  for (let count = 0; count < 500; count++) {
    const hostile = hostileName(chance);
    for (const name of namesBy({displayName: () => hostile})) {
      assert.ok([...name].length <= 64);
      // eslint-disable-next-line no-control-regex -- control characters are what must be gone
      assert.doesNotMatch(name, /[\u202a-\u202e\u2066-\u2069\u0000-\u001f]/u);
    }
  }
});

test('rows that have been through it stay as they are', () => {
  const shown = showNames(ROWS, {ownName: 'Rocket', displayName: ({name}) => `x${name}`});

  assert.deepEqual(showNames(shown, {ownName: 'Rocket', displayName: ({name}) => `x${name}`}), shown);
});
