import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parse} from 'acorn';
import {loadInOldEngine} from './old-engine.js';

function exportsOf(file: string): string[] {
  const {body} = parse(readFileSync(file, 'utf8'), {ecmaVersion: 2021, sourceType: 'module'});
  const lists = body.flatMap(node => (node.type === 'ExportNamedDeclaration' ? node.specifiers : []));
  return lists.map(({exported}) => (exported.type === 'Identifier' ? exported.name : String(exported.value)));
}

const ROWS = [{nickname: 'Ana', contributed: 9}];

/** A board of the classic script in an old engine, once it has its answer, and the requests that it made. */
async function loadBoard() {
  const page = loadInOldEngine();
  const urls: string[] = [];
  const session = page.LiveOps.createSession({
    projectId: 44056,
    getToken: () => ({token: 'a.b.c', expiresInSec: 600}),
    pollSeconds: 0,
    fetch: async (request: Request) => {
      urls.push(request.url);
      return Response.json(ROWS);
    },
  });
  const $board = session.contributors(101);
  await $board.reload();
  const state = $board.get();
  session.destroy();
  return {...page, urls, state};
}

describe('the classic script in an engine without Object.hasOwn, .at() and AbortSignal.any', () => {
  it('loads, and defines the elements', () => {
    assert.deepEqual(loadInOldEngine().defined.sort(), ['liveops-clan-contributors', 'liveops-session']);
  });

  it('adds LiveOps to the page, and else only what its libraries share with other copies of themselves', () => {
    const libraries = [
      'litElementVersions',
      'litHtmlVersions',
      'litPropertyMetadata',
      'nanostoresGlobal',
      'reactiveElementVersions',
    ];
    assert.deepEqual(loadInOldEngine().added.sort(), ['LiveOps', ...libraries]);
  });

  it('exports what the module exports', () => {
    const {LiveOps} = loadInOldEngine();
    assert.deepEqual(Object.keys(LiveOps).sort(), exportsOf('dist/liveops-elements.js').sort());
  });

  it('sends requests through ky', async () => {
    const {urls, state} = await loadBoard();
    assert.equal(urls.length, 1, JSON.stringify(state));
    assert.match(urls[0]!, /^https:\/\/store\.xsolla\.com\/api\/.*44056.*101/);
    assert.equal(state.status, 'ready', String(state.error?.message));
  });

  it('leaves the built-ins of the page as they are', async () => {
    assert.ok((await loadBoard()).isUntouched());
  });
});
