import {expect} from 'chai';
import {audit} from '../../support/axe.js';
import {parts, shown, texts} from './page.js';
import {check, codeIn, codesOn, codeStates, fieldOf} from './redeem-states.js';

describe('<liveops-redeem-code> for everybody', () => {
  for (const theme of ['light', 'dark'])
    for (const state of codeStates)
      it(`has nothing that axe objects to, ${theme}, ${state}`, async () => {
        expect(await audit(await codeIn(state, {theme}))).to.deep.equal([]);
      });

  it('names the field, and says to readers why its code was refused', async () => {
    const element = await codeIn('unknown');
    const field = fieldOf(element);

    expect(field.labels?.[0]?.textContent.trim()).to.equal('Your code');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    const described = field.getAttribute('aria-describedby')!.split(' ');
    expect(
      described
        .map(id => element.shadowRoot!.getElementById(id)!.textContent.trim())
        .join(' ')
        .trim(),
    ).to.equal(texts(element, 'error')[0]);
    expect(parts(element, 'error')[0]!.closest('[role=status]')).to.exist;
  });

  it('says what a code gives in a region that was there before', async () => {
    const {element} = await codesOn();
    const region = element.shadowRoot!.querySelector('form [role=status]')!;

    await check(element, 'WELCOME');
    await shown(element, 'preview');

    expect(region.isConnected).to.equal(true);
    expect(region.textContent).to.include('Your code gives you:');
  });

  it('asks no keyboard to correct, capitalise or complete a code', async () => {
    const field = fieldOf(await codeIn('empty'));

    expect(
      ['autocomplete', 'autocapitalize', 'autocorrect', 'spellcheck', 'inputmode', 'translate'].map(name =>
        field.getAttribute(name),
      ),
    ).to.deep.equal(['off', 'off', 'off', 'false', 'text', 'no']);
    expect(fieldOf(await codeIn('unknown')).value).to.equal('NOPE');
  });

  for (const state of ['empty', 'grouped', 'chosen', 'applied', 'end unknown', 'history'])
    it(`has targets of 44 px: ${state}`, async () => {
      const element = await codeIn(state);
      element.style.width = '240px';

      const targets = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button, .field, .tile, summary')];
      expect(targets.length).to.be.greaterThan(0);
      for (const target of targets) expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(44);
    });
});
