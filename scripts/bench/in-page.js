/* Runs in the page: the actions that the measurements run on any board. */
import {rowsOf} from './rows.js';

const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
const boards = () => [...document.querySelectorAll(bench.tag)];
const isShown = board => board.shadowRoot?.querySelector('li') != null;

globalThis.run = {
  async mount(count) {
    const {tag, parent = document.body, mount} = bench;
    const made = Array.from({length: count}, () => document.createElement(tag));
    made.forEach(mount);
    parent.append(...made);
    while (!made.every(isShown)) await frame();
    await frame();
  },

  /** As `mount`, where each answer takes that long, milliseconds. */
  async mountLate(lag) {
    bench.lag = lag;
    await run.mount(1);
  },

  /** Unmounts boards that were mounted one after the other. */
  async mountAndRemove(times) {
    for (let time = 0; time < times; time++) {
      await run.mount(1);
      boards().at(-1).remove();
    }
    await frame();
  },

  /** `change` is the difference between two updates: all rows, one row, or nothing. */
  async update(count, change, times) {
    for (let time = 1; time <= times; time++) {
      const rows = rowsOf(count, change === 'all' ? time : 0);
      if (change === 'one') rows[count - 1].contributed_amount -= time;
      await bench.update(rows);
      await frame();
    }
  },

  /** Other prices for all items of a list of offers. */
  async reprice(times) {
    for (let time = 1; time <= times; time++) {
      await bench.update(time);
      await frame();
    }
  },

  /** Scrolls through the page to its end, a window at a time; resolves with the longest frame, milliseconds. */
  async scrollThrough() {
    let longest = 0;
    for (let last = performance.now(); scrollY + innerHeight < document.documentElement.scrollHeight - 1;) {
      scrollBy(0, innerHeight);
      await new Promise(requestAnimationFrame);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return longest;
  },
};
