import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/server.js';
import {examplesIn, replay, type OpenApi} from './vendor-examples.js';

let sandbox: Sandbox;
before(async () => (sandbox = await startSandbox({port: 0})));
after(async () => await sandbox.close());

const PATH = '/v2/project/{project_id}/admin/user/attribute/rule';
const condition = {attribute: 'race', type: 'string', operator: 'eq', value: 'orc'};
const good = {name: 'x', is_enabled: true, attribute_conditions: [condition], items: [{item_id: 1}]};

const file: OpenApi = {
  paths: {
    [PATH]: {
      get: {operationId: 'list', responses: {200: {}}},
      post: {
        operationId: 'create',
        requestBody: {$ref: '#/components/requestBodies/rule'},
        responses: {201: {}, 422: {}},
      },
    },
    '/v2/project/{project_id}/user/clan/update': {
      put: {operationId: 'player', requestBody: {content: {'application/json': {example: {}}}}, responses: {200: {}}},
    },
  },
  components: {
    requestBodies: {
      rule: {content: {'application/json': {example: good, examples: {bad: {value: {...good, items: []}}}}}},
    },
  },
};

test('the examples of a file are those of its server-side operations', () => {
  assert.deepEqual(
    examplesIn(file).map(({operation, name, method}) => [operation, name, method]),
    [
      ['create', 'example', 'POST'],
      ['create', 'bad', 'POST'],
    ],
  );
});

test('an example is replayed, and distinguished by whether the answer is a documented success', async () => {
  const rows = await replay(file, sandbox.apiBase, async ({path, body}) => ({
    path: path.replace('{project_id}', '44056'),
    body,
  }));

  assert.deepEqual(
    rows.map(({name, status, isDocumented}) => [name, status, isDocumented]),
    [
      ['example', 201, true],
      ['bad', 422, false],
    ],
  );
});
