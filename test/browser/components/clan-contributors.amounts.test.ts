import {expect} from 'chai';
import {board as path, FakeApi} from './fake-api.js';
import {describeInFonts} from './in-fonts.js';
import {mount, names, parts, texts} from './page.js';

const parse = JSON.parse;

afterEach(() => {
  JSON.parse = parse;
});

/** A board of one row whose points are written like this. */
async function boardOf(points: string) {
  const rows = `[{"name": "Bo", "contributed_amount": ${points}}]`;
  const answer = () => new Response(rows, {headers: {'content-type': 'application/json'}});
  const {session, board} = mount(new FakeApi().on(path(101), answer));
  await names(board);
  return {session, board};
}

describeInFonts('Amounts on <liveops-clan-contributors> that no number can hold', () => {
  it('are shown to the last digit', async () => {
    const {board} = await boardOf('18446744073709551615');

    expect(texts(board, 'amount')).to.deep.equal(['18,446,744,073,709,551,615']);
  });

  it('are reported to the page with every digit', async () => {
    const {session} = await boardOf('9007199254740993');

    const state = session.session!.contributors(101).get();
    expect(state.status === 'ready' && state.value[0]).to.deep.equal({
      rank: 1,
      name: 'Bo',
      amount: 9007199254740992,
      digits: '9007199254740993',
      own: false,
    });
  });

  it('are reported as about so many by engines that lose them', async () => {
    // As in Chromium before 114: no third argument.
    JSON.parse = (text, reviver?) =>
      parse(text, reviver && ((key, value) => (reviver as (...told: unknown[]) => unknown).call({}, key, value)));

    const {board} = await boardOf('9007199254740993');

    expect(texts(board, 'amount')).to.deep.equal(['≈9.01e+15']);
  });

  for (const [width, size] of [
    [240, 16],
    [280, 32],
  ] as const)
    it(`stay inside their row at ${width} px and a font of ${size} px`, async () => {
      const {board} = await boardOf('99999999999999999999');
      board.style.cssText = `width: ${width}px; font-size: ${size}px`;

      const [amount, row] = ['amount', 'row'].map(part => parts(board, part)[0]!.getBoundingClientRect());

      expect(amount!.left).to.be.at.least(row!.left);
      expect(amount!.right).to.be.at.most(row!.right);
      expect(amount!.bottom).to.be.at.most(row!.bottom);
    });
});
