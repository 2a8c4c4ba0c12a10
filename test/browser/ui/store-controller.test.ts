import {expect} from 'chai';
import {html, LitElement, type TemplateResult} from 'lit';
import {atom} from 'nanostores';
import {StoreController} from '../../../src/ui/store-controller.js';

class CounterElement extends LitElement {
  readonly count = new StoreController<number>(this);
  renders = 0;

  protected override render(): TemplateResult {
    this.renders++;
    return html`${this.count.value ?? 'none'}`;
  }
}
customElements.define('test-counter', CounterElement);

const textOf = (counter: CounterElement): string => counter.shadowRoot!.textContent;

describe('StoreController', () => {
  let counter: CounterElement;

  beforeEach(async () => {
    counter = new CounterElement();
    document.body.append(counter);
    await counter.updateComplete;
  });

  afterEach(() => counter.remove());

  it('has no value without a store', () => {
    expect(textOf(counter)).to.equal('none');
  });

  it('renders its element again when the store changes', async () => {
    const $count = atom(1);
    counter.count.watch($count);

    $count.set(2);
    await counter.updateComplete;

    expect(textOf(counter)).to.equal('2');
  });

  it('follows another store, and the old one no longer', async () => {
    const [$old, $new] = [atom(1), atom(10)];
    counter.count.watch($old);
    counter.count.watch($new);
    const {renders} = counter;

    $old.set(2);
    await counter.updateComplete;
    expect([counter.count.value, counter.renders]).to.deep.equal([10, renders]);

    $new.set(11);
    await counter.updateComplete;
    expect(textOf(counter)).to.equal('11');
  });

  it('listens to nobody once its element has left, and again when it is back', async () => {
    const $count = atom(1);
    counter.count.watch($count);

    counter.remove();
    expect($count.lc).to.equal(0);

    document.body.append(counter);
    expect($count.lc).to.equal(1);
  });

  it('does not count as a listener when its value is read outside the page', () => {
    const $count = atom(1);
    const away = new CounterElement();

    away.count.watch($count);

    expect([away.count.value, $count.lc]).to.deep.equal([1, 0]);
  });

  it('never leaves what two stores rest on unwatched while it changes from one to the other', () => {
    const [$one, $other] = [atom(1), atom(2)];
    const counts: number[] = [];
    counter.count.watch($one);
    const off = $one.off.bind($one);
    $one.off = () => {
      counts.push($other.lc);
      off();
    };

    counter.count.watch($other);

    expect(counts).to.deep.equal([1]);
  });

  it('may be given the same store again, or none', async () => {
    const $count = atom(1);
    counter.count.watch($count);
    counter.count.watch($count);
    expect($count.lc).to.equal(1);

    counter.count.watch(undefined);

    expect([counter.count.value, $count.lc]).to.deep.equal([undefined, 0]);
  });
});
