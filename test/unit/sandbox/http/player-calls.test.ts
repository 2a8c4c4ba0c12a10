import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertRefused, control, Visitor} from '../support/visitor.js';

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

test('an unknown chain is not found', async () => {
  await assertRefused(await rocket.call('GET', '/clan/contributors/999/top'), 404, 4001);
  await assertRefused(await rocket.call('GET', '/reward_chain/999/balance'), 404, 4001);
});

test('an unknown path is not found', async () => {
  const paths = [
    '/',
    '/api',
    '/api/v2',
    '/api/v2/project/44056/user/nothing',
    '/api/v2/project/44056/user/reward_chain/',
  ];

  for (const path of paths) await assertRefused(await fetch(sandbox.url + path), 404, 0);
});

test('a known path asked with another method names the right one', async () => {
  const answer = await rocket.call('GET', '/clan/update');

  assert.equal(answer.headers.get('Allow'), 'PUT');
  await assertRefused(answer, 405, 0, /Method must be one of: PUT$/);
  await assertRefused(await rocket.call('DELETE', '/reward_chain'), 405, 0);
  await assertRefused(await rocket.call('PUT', '/reward_chain/101/step/1002/claim'), 405, 0);
});

test('another project is not found', async () => {
  const headers = {Authorization: `Bearer ${rocket.token}`};

  await assertRefused(await fetch(`${sandbox.apiBase}/v2/project/1/user/reward_chain`, {headers}), 404, 0);
});

test('an id that is no whole number is refused by name', async () => {
  const headers = {Authorization: `Bearer ${rocket.token}`};
  const project = await fetch(`${sandbox.apiBase}/v2/project/mine/user/reward_chain`, {headers});

  await assertRefused(project, 422, 1102, /`project_id`/);
  await assertRefused(await rocket.call('GET', '/clan/contributors/1.5/top'), 422, 1102, /`reward_chain_id`/);
  await assertRefused(await rocket.call('GET', '/reward_chain/0x65/balance'), 422, 1102, /`reward_chain_id`/);
  await assertRefused(await rocket.call('POST', '/reward_chain/101/step/first/claim'), 422, 1102, /`step_id`/);
});
