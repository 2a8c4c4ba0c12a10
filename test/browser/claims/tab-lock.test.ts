import {expect} from 'chai';

import {createTabLock} from '../../../src/claims/tab-lock.js';

function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>(done => (resolve = done));
  return {promise, resolve};
}

describe('The lock between tabs', () => {
  it('runs one task of a name after the other, and gives back its result', async () => {
    const [one, other] = [createTabLock(), createTabLock()];
    const end = later<string>();
    const order: string[] = [];

    const first = one('a', () => (order.push('first'), end.promise));
    const second = other('a', async () => void order.push('second'));
    await createTabLock()('b', async () => void order.push('another name'));
    end.resolve('done');

    expect(await first).to.equal('done');
    await second;
    expect(order.filter(name => name !== 'another name')).to.deep.equal(['first', 'second']);
    expect(order).to.include('another name');
  });

  it('is free after a task that fails, whose error it hands on', async () => {
    const lock = createTabLock();
    const error = new Error('mine');

    expect(await lock('c', () => Promise.reject(error)).catch((caught: unknown) => caught)).to.equal(error);

    expect(await lock('c', async () => 'next')).to.equal('next');
  });

  it('is not waited for longer than the limit, and the task does not run', async () => {
    const end = later<void>();
    const holder = createTabLock()('d', () => end.promise);
    let ran = false;

    const waiting = createTabLock(10)('d', async () => void (ran = true));
    const error = await waiting.catch((caught: unknown) => caught);

    expect(error).to.include({name: 'LiveOpsError', code: 'timeout'});
    expect(ran).to.be.false;
    end.resolve();
    await holder;
  });

  it('may be held for longer than others wait', async () => {
    const end = later<string>();
    // Long enough to come by a free lock on a busy machine, too; the others give up after it.
    const holder = createTabLock(1_000)('e', () => end.promise);
    const waiting = createTabLock(1_200)('e', async () => undefined);
    await waiting.catch(() => undefined);

    end.resolve('done');

    expect(await holder).to.equal('done');
  });

  it('is done without where the browser has none', async () => {
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')!;
    Object.defineProperty(Navigator.prototype, 'locks', {value: undefined, configurable: true});
    try {
      expect(await createTabLock()('f', async () => 'done')).to.equal('done');
    } finally {
      Object.defineProperty(Navigator.prototype, 'locks', own);
    }
  });
});
