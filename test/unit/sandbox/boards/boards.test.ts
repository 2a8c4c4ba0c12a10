import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {control, Visitor} from '../support/visitor.js';

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

test('the contributors call lists the clan of the player, largest first', async () => {
  assert.deepEqual(await rocket.board(101), [
    {name: 'winner', contributed_amount: 555},
    {name: 'Rocket', contributed_amount: 398},
    {name: 'MrJoe', contributed_amount: 201},
    {name: 'beginner', contributed_amount: 1},
  ]);
});

test('a chain to which nobody gave has an empty board', async () => {
  assert.deepEqual(await rocket.board(103), []);
});

test('an individual chain has an empty board', async () => {
  assert.deepEqual(await rocket.board(10), []);
  assert.deepEqual((await rocket.chain(10)).top_contributors, []);
});

test('a board has at most ten rows, in both calls', async () => {
  for (let index = 0; index < 12; index++) {
    const member = await Visitor.signIn(sandbox, `member ${index}`);
    await member.setClan('wolves');
    await member.contribute(101, 1000 + index);
  }

  const board = await rocket.board(101);
  assert.equal(board.length, 10);
  assert.deepEqual(board[0], {name: 'member 11', contributed_amount: 1011});
  assert.deepEqual((await rocket.chain(101)).top_contributors, board);
});

test('of members with the same amount the one who gave first stays ahead', async () => {
  const late = await Visitor.signIn(sandbox, 'aaa');
  await late.setClan('wolves');
  await late.contribute(101, 201);

  assert.deepEqual(
    (await rocket.board(101)).map(({name}) => name),
    ['winner', 'Rocket', 'MrJoe', 'aaa', 'beginner'],
  );
});

test('a contribution lifts the player and the clan', async () => {
  await rocket.contribute(101, 200);

  assert.deepEqual((await rocket.board(101))[0], {name: 'Rocket', contributed_amount: 598});
  assert.equal((await rocket.balance(101)).amount, 1355);
});
