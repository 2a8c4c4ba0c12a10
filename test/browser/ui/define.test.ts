import {expect} from 'chai';
import {define} from '../../../src/ui/define.js';

describe('define', () => {
  const original = console.warn;
  let warnings: string[];

  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });

  afterEach(() => {
    console.warn = original;
  });

  it('defines an element, and is quiet about the same one again', () => {
    const First = class extends HTMLElement {};

    define('test-first', First);
    define('test-first', First);

    expect(customElements.get('test-first')).to.equal(First);
    expect(warnings).to.be.empty;
  });

  it('keeps the first of two copies and says so once for the page, whatever the number of elements', () => {
    const [First, Other] = [class extends HTMLElement {}, class extends HTMLElement {}];
    define('test-one', First);
    define('test-two', Other);

    define('test-one', class extends HTMLElement {});
    define('test-two', class extends HTMLElement {});

    expect([customElements.get('test-one'), customElements.get('test-two')]).to.deep.equal([First, Other]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/twice.*<test-one>/);
  });
});
