import '../../../components/redeem-code/define.js';

import {expect} from 'chai';
import {codeFilling} from '../../../src/game/codes.js';

const field = (): HTMLElementTagNameMap['liveops-redeem-code'] => document.createElement('liveops-redeem-code');

describe('A code that a game sends', () => {
  it('fills the fields that are shown', () => {
    const shown = [field(), document.createElement('p'), field()];
    const {handlers} = codeFilling(() => shown);

    handlers['code.fill']!({code: 'WELCOME'});

    expect(shown.map(view => ('code' in view ? view.code : undefined))).to.deep.equal([
      'WELCOME',
      undefined,
      'WELCOME',
    ]);
  });

  it('waits for a field, and fills it once', () => {
    let shown: HTMLElement[] = [];
    const {handlers, shown: show} = codeFilling(() => shown);
    handlers['code.fill']!({code: 'OLD'});
    handlers['code.fill']!({code: 'WELCOME'});
    const first = field();

    shown = [first];
    show();
    expect(first.code).to.equal('WELCOME');

    const next = field();
    shown = [next];
    show();
    expect(next.code).to.equal(undefined);
  });
});
