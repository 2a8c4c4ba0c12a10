import {expect} from 'chai';
import {moveStop, rove} from '../../../../src/ui/navigation/roving.js';
import {remember} from '../../../../src/ui/navigation/memory.js';

let host: HTMLElement;
let root: ShadowRoot;

beforeEach(() => {
  host = document.createElement('div');
  root = host.attachShadow({mode: 'open'});
  document.body.append(host);
});

afterEach(() => host.remove());

/** What was changed is noticed in the microtask after. */
const noticed = (): Promise<void> => Promise.resolve();

function fill(count: number): HTMLButtonElement[] {
  root.innerHTML = `<ul role="list">${'<li><button>Buy</button></li>'.repeat(count)}</ul>`;
  return [...root.querySelectorAll('button')];
}

/** The buttons in the order of the Tab key, by their place. */
const stopsOf = (): number[] =>
  [...root.querySelectorAll('button')].flatMap((button, index) => (button.tabIndex < 0 ? [] : [index]));

function focus(button: HTMLElement): void {
  remember(button);
  moveStop(button);
}

describe('A list', () => {
  it('is one stop, the first of its buttons, also where they come later', async () => {
    rove(root);
    fill(3);
    await noticed();

    expect(stopsOf()).to.deep.equal([0]);
  });

  it('is left at the button that had the focus', () => {
    const buttons = fill(3);
    rove(root);

    focus(buttons[1]!);

    expect(stopsOf()).to.deep.equal([1]);
  });

  it('has another stop once that one leaves or is disabled, and the same again once it can be pressed', async () => {
    const buttons = fill(3);
    rove(root);
    focus(buttons[1]!);

    buttons[1]!.disabled = true;
    await noticed();
    expect(buttons.filter(({tabIndex, disabled}) => tabIndex === 0 && !disabled)).to.deep.equal([buttons[0]]);
    buttons[1]!.disabled = false;
    await noticed();
    expect(stopsOf()).to.deep.equal([1]);

    buttons[1]!.parentElement!.remove();
    await noticed();
    expect(stopsOf()).to.deep.equal([0]);
  });

  it('has its first button as its stop, also one that was put before the others', async () => {
    const [first] = fill(2);
    rove(root);

    first!.parentElement!.before(document.createElement('button'));
    await noticed();

    expect(stopsOf()).to.deep.equal([0]);
  });

  it('leaves the last button that can be pressed in the order', async () => {
    const [first] = fill(2);
    rove(root);

    first!.remove();
    await noticed();

    expect(stopsOf()).to.deep.equal([0]);
  });

  it('leaves a page’s own tabindex', () => {
    const buttons = fill(3);
    buttons[2]!.tabIndex = 0;
    rove(root);

    expect(stopsOf()).to.deep.equal([0, 2]);
  });

  it('of a list has a stop for each, and each list one', async () => {
    root.innerHTML = '<ul role="list"><li><button>A</button><ul role="list"><li><button>B</button></li></ul></li></ul>';
    rove(root);
    root.querySelector('li')!.append(document.createElement('button'));
    await noticed();

    expect(stopsOf()).to.deep.equal([0, 1]);
  });
});

describe('A change in a list', () => {
  /** How many elements are looked at because of a task. */
  async function looksOf(task: () => void): Promise<number> {
    let looks = 0;
    const {matches, closest, querySelectorAll} = Element.prototype;
    Object.assign(Element.prototype, {
      matches(this: Element, selector: string) {
        looks++;
        return matches.call(this, selector);
      },
      closest(this: Element, selector: string) {
        looks++;
        return closest.call(this, selector);
      },
      querySelectorAll(this: Element, selector: string) {
        const found = querySelectorAll.call(this, selector);
        looks += 1 + found.length;
        return found;
      },
    });
    task();
    await noticed();
    Object.assign(Element.prototype, {matches, closest, querySelectorAll});
    return looks;
  }

  for (const count of [5, 1_000])
    it(`looks at what changed and nothing else, of ${count} buttons`, async () => {
      const buttons = fill(count);
      rove(root);
      const last = buttons.at(-1)!;

      expect(await looksOf(() => (last.disabled = true))).to.be.within(1, 12);
      expect(await looksOf(() => (last.disabled = false))).to.be.within(1, 12);
      expect(await looksOf(() => last.after(document.createElement('button')))).to.be.within(1, 12);
      expect(await looksOf(() => last.remove())).to.be.within(1, 12);
      expect(await looksOf(() => (last.firstChild!.nodeValue = 'Sold'))).to.equal(0);
      expect(await looksOf(() => focus(buttons[2]!))).to.be.within(1, 12);
      expect(stopsOf()).to.deep.equal([2]);
    });
});
