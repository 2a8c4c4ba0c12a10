import {expect} from 'chai';
import {html, render} from 'lit';
import {textContent} from '../../../src/ui/text-content.js';
import {translate} from '../../support/translator.js';

describe('The directive `textContent`', () => {
  let root: HTMLElement;
  const draw = (text: string): unknown => render(html`<p>a <b ${textContent(text)}></b></p>`, root);
  const bold = (): HTMLElement => root.querySelector('b')!;

  beforeEach(() => (root = document.createElement('div')));

  it('writes the text node that is there, and makes no other', () => {
    draw('1');
    const node = bold().firstChild;

    draw('2');

    expect([bold().textContent, bold().firstChild === node]).to.deep.equal(['2', true]);
  });

  it('writes nothing for the same text', async () => {
    draw('1');
    const records: MutationRecord[] = [];
    const observer = new MutationObserver(list => records.push(...list));
    observer.observe(root, {subtree: true, childList: true, characterData: true});

    draw('1');

    expect([...records, ...observer.takeRecords()]).to.deep.equal([]);
    observer.disconnect();
  });

  for (const how of ['wrap', 'replace', 'write'] as const)
    it(`writes the whole content of a translated page, translated by "${how}"`, () => {
      draw('one');
      translate(root, how);
      expect(bold().textContent).to.equal('[one]');

      draw('two');
      translate(root, how);
      draw('one');

      expect(bold().textContent).to.equal('one');
    });

  it('leaves the translation of a text that did not change', () => {
    draw('one');
    translate(root, 'replace');

    draw('one');

    expect(bold().textContent).to.equal('[one]');
  });

  it('goes from nothing to a text and back', () => {
    for (const text of ['', 'one', '', 'two']) {
      draw(text);
      expect(bold().textContent).to.equal(text);
      translate(root, 'wrap');
    }
  });

  it('refuses another place than the tag of an element', () => {
    expect(() => render(html`<p>${textContent('1')}</p>`, root)).to.throw(TypeError, 'textContent');
  });
});
