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

const ROWS = [{name: 'Ana', contributed_amount: 9}];

/** What the classic script asks for in an old engine, and the board it makes of the answer. */
async function loadBoard() {
  const page = loadInOldEngine();
  const urls: string[] = [];
  const session = page.LiveOps.createSession({
    projectId: 44056,
    getToken: () => ({token: 'a.b.c', expiresInSec: 600}),
    pollSeconds: 0,
    fetch: async input => {
      const {url} = new Request(input);
      urls.push(url);
      return Response.json(url.endsWith('/top') ? ROWS : {items: []});
    },
  });
  const $board = session.contributors(101);
  await $board.reload();
  const board = $board.get();
  await session.$rewardChains.reload();
  session.destroy();
  return {...page, urls, board};
}

describe('the classic script in an engine without Object.hasOwn, .at() and AbortSignal.any', () => {
  it('loads, and defines the elements', () => {
    const tags = ['clan-contributors', 'clan-switch', 'reward-chain', 'session'].map(name => `liveops-${name}`);
    assert.deepEqual(loadInOldEngine().defined.sort(), tags);
  });

  it('adds LiveOps and LiveOpsHost to the page, and else only what nanostores shares with other copies of itself', () => {
    assert.deepEqual(loadInOldEngine().added.sort(), ['LiveOps', 'LiveOpsHost', 'nanostoresGlobal']);
  });

  it('exports what the module exports', () => {
    const {LiveOps} = loadInOldEngine();
    assert.deepEqual(Object.keys(LiveOps).sort(), exportsOf('dist/liveops-elements.js').sort());
  });

  it('sends requests through ky, with their query', async () => {
    const {urls, board} = await loadBoard();
    assert.equal(board.status, 'ready', JSON.stringify(board));
    assert.match(urls[0] ?? '', /^https:\/\/store\.xsolla\.com\/api\/.*44056.*101/);
    assert.ok(
      urls.some(url => /\?.*limit=\d/.test(url)),
      urls.join('\n'),
    );
  });

  it('leaves the built-ins of the page as they are', async () => {
    assert.ok((await loadBoard()).isUntouched());
  });
});
