import '../../../components/reward-chain/define.js';

import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {chain, chains, step, worth} from '../../support/wire.js';
import {type Track, trackOn} from './track.js';
import {failing, LIST} from './fake-api.js';
import {describeInFonts} from './in-fonts.js';
import {type Attributes, parts, shown, texts} from './page.js';

const now = Date.now.bind(Date);
const FIELDS = {clan_type: 'clan', value_point: worth(50), steps: [step(1, 40), step(2, 100)]};

type Wishes = {minutes?: number; answer?: () => Response; session?: Attributes; style?: string};

/** A chain that showed its steps, whose next look failed `minutes` later; with its height before that. */
async function staleChain({minutes = 5, answer = failing(500), session, style = ''}: Wishes = {}) {
  const track = trackOn(FIELDS, {session: session ?? {}});
  track.element.style.cssText = style;
  await shown(track.element, 'step');
  const before = track.element.offsetHeight;
  expect(texts(track.element, 'age')).to.deep.equal(['']);
  track.api.on(LIST, answer);
  Date.now = () => now() + minutes * 60_000;
  await lookAgain(track);
  await waitUntil(() => texts(track.element, 'age')[0], 'the age');
  return {...track, before};
}

const lookAgain = ({session}: Track): Promise<void> => session.session!.$rewardChains.reload();

const isSeen = (element: Element, part: string): boolean =>
  parts(element, part).some(one => getComputedStyle(one).visibility === 'visible');

describeInFonts('<liveops-reward-chain> that could not look again', () => {
  afterEach(() => {
    Date.now = now;
    delete (navigator as {onLine?: boolean}).onLine;
  });

  it('keeps its steps and shows how old they are, politely', async () => {
    const {element} = await staleChain();

    expect(parts(element, 'step')).to.have.length(2);
    expect(texts(element, 'age')).to.deep.equal(['Updated 5 minutes ago']);
    expect(parts(element, 'age')[0]!.role).to.equal('status');
  });

  it('says that the device is offline, where it is', async () => {
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    const {element} = await staleChain({
      minutes: 3,
      answer: () => {
        throw new TypeError('Failed to fetch');
      },
    });

    expect(texts(element, 'age')).to.deep.equal(['You are offline. Updated 3 minutes ago']);
  });

  it('shows no age any more once a request succeeds', async () => {
    const {element, ...track} = await staleChain();

    track.api.on(LIST, chains(chain(FIELDS)));
    await lookAgain({element, ...track});
    await element.updateComplete;

    expect(texts(element, 'age')).to.deep.equal(['']);
  });

  it('offers to ask again below steps that nothing refreshes any more, in place of the climb', async () => {
    const {element, api} = await staleChain({answer: failing(403)});
    await shown(element, 'retry');
    expect(isSeen(element, 'climb')).to.equal(false);

    api.on(LIST, chains(chain(FIELDS)));
    parts(element, 'retry')[0]!.click();

    await waitUntil(() => !parts(element, 'retry').length && !texts(element, 'age')[0], 'fresh steps');
    expect(isSeen(element, 'climb')).to.equal(true);
  });

  it('leaves the climb where it is while the session asks again by itself', async () => {
    const {element} = await staleChain({session: {'poll-seconds': '30'}});

    expect(parts(element, 'retry')).to.be.empty;
    expect(isSeen(element, 'climb')).to.equal(true);
  });

  for (const [width, size] of [16, 32].flatMap(each => [240, 280, 320, 480, 900].map(wide => [wide, each] as const)))
    it(`is as high as it was, ${width} px wide, text of ${size} px`, async () => {
      const style = `width: ${width}px; font-size: ${size}px`;
      const {element, before} = await staleChain({minutes: 59, answer: failing(403), style});
      await shown(element, 'retry');

      expect(element.offsetHeight).to.be.closeTo(before, 1);
    });
});
