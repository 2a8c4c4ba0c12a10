import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {readPages} from '../../../src/http/pages.js';
import {API, json} from '../../support/fake-api.js';
import {promisesDone} from '../../support/promises-done.js';
import {waitUntil} from '../../support/wait-until.js';
import {httpOver} from './fake-http.js';

const LIMIT = 3;
const RUNS = Number(process.env['PAGES'] ?? 300);
/** Where the runs are drawn from; a failure prints the path to its own. */
const SEED = Number(process.env['PAGES_SEED'] ?? 20);

/** A page as the server has it: the keys of its rows and whether it names another page, or a refusal. */
type Page = {readonly keys: readonly number[]; readonly hasMore: boolean} | 'refused';

type Open = {readonly page: number; readonly signal: AbortSignal; answer(): void};

/** A server that answers a request only when the test wants it to. */
class PagedServer {
  readonly asked: number[] = [];
  readonly open: Open[] = [];
  mostAtOnce = 0;
  readonly #pageOf: (page: number) => Page;

  constructor(pageOf: (page: number) => Page) {
    this.#pageOf = pageOf;
  }

  /** Begins to read all pages. */
  read(signal?: AbortSignal): Promise<readonly number[]> {
    const toRow = ({id}: Record<string, unknown>): number => Number(id);
    const list = {path: 'list', limit: LIMIT, toRow, keyOf: (id: number) => id};
    return readPages(httpOver(this.#fetch), list, signal);
  }

  /** Answers one of the open requests. */
  answer(at: number): void {
    this.open.splice(at % this.open.length, 1)[0]?.answer();
  }

  readonly #fetch: typeof fetch = (input, init) => {
    const {url, signal} = new Request(input, init);
    const page = Number(new URL(url.replace(API, 'https://a')).searchParams.get('offset')) / LIMIT;
    this.asked.push(page);
    return new Promise((resolve, reject) => {
      const one = {page, signal, answer: () => resolve(toAnswer(this.#pageOf(page)))};
      this.open.push(one);
      this.mostAtOnce = Math.max(this.mostAtOnce, this.open.length);
      signal.addEventListener('abort', () => {
        if (this.open.includes(one)) this.open.splice(this.open.indexOf(one), 1);
        reject(new DOMException('Aborted', 'AbortError'));
      });
    });
  };
}

function toAnswer(page: Page): Response {
  if (page === 'refused') return json({statusCode: 404, errorCode: 4001, errorMessage: 'No'}, 404);
  return json({has_more: page.hasMore, items: page.keys.map(id => ({id}))});
}

const asked = (server: PagedServer, count: number) => waitUntil(() => server.asked.length === count, `${count} pages`);

const keysOf = (page: number): number[] => Array.from({length: LIMIT}, (_, at) => page * LIMIT + at);
const upTo = (last: number) => (page: number) => ({keys: keysOf(page), hasMore: page < last});

describe('The pages of a list', () => {
  it('are read side by side, more the further the list goes, and four at most', async () => {
    const server = new PagedServer(upTo(9));
    const reading = server.read();
    const inAir: number[][] = [];
    for (const count of [1, 3, 7, 11]) {
      await asked(server, count);
      inAir.push(server.open.map(({page}) => page));
      while (server.open.length) server.answer(0);
    }

    assert.equal((await reading).length, 30);
    assert.deepEqual(inAir, [[0], [1, 2], [3, 4, 5, 6], [7, 8, 9, 10]]);
  });

  it('keep their order, whichever arrives first', async () => {
    const server = new PagedServer(upTo(2));
    const reading = server.read();
    await asked(server, 1);
    server.answer(0);
    await asked(server, 3);

    server.answer(1);
    await promisesDone(5);
    server.answer(0);

    assert.deepEqual(await reading, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('are given up beyond the end, as soon as that is known', async () => {
    const server = new PagedServer(upTo(1));
    const reading = server.read();
    await asked(server, 1);
    server.answer(0);
    await asked(server, 3);
    const [, beyond] = server.open;

    server.answer(0);

    assert.equal((await reading).length, 6);
    assert.equal(beyond?.signal.aborted, true);
  });

  it('are all given up with the one that waits for them', async () => {
    const server = new PagedServer(upTo(9));
    const controller = new AbortController();
    const reading = server.read(controller.signal);
    await asked(server, 1);
    server.answer(0);
    await asked(server, 3);

    controller.abort();

    await assert.rejects(reading, {code: 'aborted'});
    assert.deepEqual(server.open, []);
    assert.equal(server.asked.length, 3);
  });
});

/** Reads one page after the other, as the answers are written. */
function oneByOne(pages: readonly Page[]): {keys: readonly number[] | 'refused'; needed: number} {
  const keys = new Set<number>();
  for (const [at, page] of pages.entries()) {
    if (page === 'refused') return {keys: page, needed: at + 1};
    const known = keys.size;
    for (const key of page.keys) keys.add(key);
    const isOver = !page.hasMore || !page.keys.length || keys.size === known;
    if (isOver || at === 19) return {keys: [...keys], needed: at + 1};
  }
  throw new Error('A list has an end.');
}

/** Rows may have moved between two pages, be there twice, or be missing; a page may be refused. */
const drawnPage = fc.record({
  overlap: fc.oneof({arbitrary: fc.constant(0), weight: 6}, fc.constantFrom(1, 2)),
  rows: fc.oneof({arbitrary: fc.constant(LIMIT), weight: 30}, fc.constantFrom(0, 1)),
  isRefused: fc.nat(40).map(one => one === 0),
});

/** More pages than are ever read; the last one that the server has may be far beyond that. */
const drawnPages = fc
  .record({last: fc.nat(25), drawn: fc.array(drawnPage, {minLength: 26, maxLength: 26})})
  .map(({last, drawn}) =>
    drawn.map(({overlap, rows, isRefused}, page): Page => {
      const keys = keysOf(page).map(key => Math.max(0, key - overlap));
      return isRefused ? 'refused' : {keys: keys.slice(0, rows), hasMore: page < last};
    }),
  );

/** Which of the open requests is answered next, and after how many answers nobody waits for the list any more. */
const drawnOrder = fc.array(fc.nat(3), {minLength: 26, maxLength: 26});
const drawnLeaving = fc.option(fc.nat(20), {freq: 4});

/** Reads all pages, as they are answered in that order. Resolves with the keys, or the code of the error. */
async function readInOrder(
  server: PagedServer,
  order: readonly number[],
  leavesAfter: number | null,
): Promise<readonly number[] | string> {
  const controller = new AbortController();
  let end: readonly number[] | string | undefined;
  void server.read(controller.signal).then(
    keys => (end = keys),
    ({code}: {code: string}) => (end = code),
  );
  for (let answers = 0; end === undefined;) {
    await promisesDone();
    if (answers === leavesAfter) controller.abort();
    else if (server.open.length) server.answer(order[answers++] ?? 0);
  }
  await promisesDone(3);
  return end;
}

it('pages that arrive in any order are what they are one after the other, in drawn lists', async () => {
  const seen = new Set<string>();
  const play = async (pages: readonly Page[], order: readonly number[], leavesAfter: number | null): Promise<void> => {
    const {keys, needed} = oneByOne(pages);
    const server = new PagedServer(page => pages[page] as Page);

    const end = await readInOrder(server, order, leavesAfter);

    if (end !== 'aborted' || leavesAfter === null) assert.deepEqual(end, keys === 'refused' ? 'not-found' : keys);
    assert.deepEqual(server.open, [], 'nothing is left open');
    assert.ok(server.mostAtOnce <= 4, `${server.mostAtOnce} at once`);
    assert.ok(server.asked.length <= Math.min(needed + 3, 20), `${server.asked.length} requests for ${needed} pages`);
    seen.add(typeof end === 'string' ? end : end.length > 50 ? 'many' : 'few');
  };
  const property = fc.asyncProperty(drawnPages, drawnOrder, drawnLeaving, play);

  await fc.assert(property, {numRuns: RUNS, seed: SEED, includeErrorInReport: true});

  // Lists that never failed, or that always had a reader, would prove nothing.
  assert.deepEqual([...seen].sort(), ['aborted', 'few', 'many', 'not-found']);
});
