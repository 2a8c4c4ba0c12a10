import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {dailyIn} from './daily-states.js';
import {parts, shown, texts} from './page.js';
import {play, says} from './scene.js';

const TAG = 'liveops-daily-rewards';

/** The state of each day by its part, in the order in which they are shown. */
const states = (element: Element): string[] =>
  parts(element, 'day').map(day => day.getAttribute('part')!.replace('day day-', ''));

describe('<liveops-daily-rewards>', () => {
  it('shows the days of the first chain: missed, claimed, today, and those to come with their rewards', async () => {
    const element = await dailyIn('default');

    expect(texts(element, 'title')).to.deep.equal(['Seven days']);
    expect(states(element)).to.deep.equal([
      ...['missed', 'claimed', 'claimable', 'upcoming', 'upcoming', 'upcoming', 'upcoming'],
    ]);
    expect(texts(element, 'progress')).to.deep.equal(['1 of 7 claimed']);
    expect(texts(element, 'day-number')).to.deep.equal([1, 2, 3, 4, 5, 6, 7].map(day => `Day ${day}`));
    const last = parts(element, 'day')[6]!;
    expect([...last.querySelectorAll('[part=reward-name]')].map(name => name.textContent)).to.deep.equal([
      'Super box',
      'Gems',
    ]);
  });

  it('says without colours which day is which', async () => {
    const element = await dailyIn('default');

    expect(texts(element, 'missed')).to.deep.equal(['Missed']);
    expect(texts(element, 'state')).to.deep.equal(['Claimed', 'Today', '', '', '', '']);
    expect(parts(element, 'day').map(day => day.getAttribute('aria-current'))).to.deep.equal([
      ...[null, null, 'date', null, null, null, null],
    ]);
  });

  it('says when the next day opens, by the time left and by the clock', async () => {
    const element = await dailyIn('default');

    expect(texts(element, 'next')[0]).to.match(/^Next reward in 1[34] hours: (today|tomorrow), \d+:\d\d/);
  });

  it('says the rule of a calendar and of its end, and of other chains what is known', async () => {
    expect(texts(await dailyIn('default'), 'rule')[0]).to.match(/^A missed day can’t be made up\. Ends .+\d\.?.*\.$/);
    expect(texts(await dailyIn('rolling'), 'rule')).to.deep.equal(['']);
    expect(texts(await dailyIn('unknown days'), 'rule')[0]).to.match(/^Ends /);
    expect(texts(await dailyIn('over'), 'rule')[0]).to.match(/^Ended /);
  });

  it('shows the chain that the page names, and says where there is none of that number', async () => {
    const {element} = await play(TAG, 'default', {attributes: {'daily-chain-id': '202'}});
    await shown(element, 'day');
    expect(texts(element, 'title')).to.deep.equal(['Every day']);

    element.dailyChainId = 999;
    await says(element, 'There are no daily rewards right now.');

    element.dailyChainId = 201;
    await says(element, 'Seven days');
  });

  it('takes a number that is none for a mistake of the page', async () => {
    const {element} = await play(TAG, 'default', {attributes: {'daily-chain-id': 'first'}});

    await shown(element, 'error');

    expect(parts(element, 'retry')).to.deep.equal([]);
  });

  it('shows a day of which the server says something new without a word about it', async () => {
    const element = await dailyIn('unknown days');

    expect(states(element)).to.deep.equal([
      ...['unknown', 'claimed', 'claimable', 'unknown', 'unknown', 'unknown', 'upcoming'],
    ]);
    expect(texts(element, 'missed')).to.deep.equal([]);
  });

  it('has no end that is missed where no later day proves it', async () => {
    expect(states(await dailyIn('over')).slice(-2)).to.deep.equal(['unknown', 'unknown']);
  });

  it('asks a player who is not signed in to do so, in words about the rewards', async () => {
    expect(texts(await dailyIn('signed out'), 'error')[0]).to.contain('Sign in to see your daily rewards.');
  });

  it('follows the server to the next day', async () => {
    let isNext = false;
    const {element, session} = await play(TAG, 'day-claimed', {
      async change(_call, answer) {
        const text = await (await answer()).text();
        return Response.json(JSON.parse(isNext ? text.replace('claim_in_future', 'claimable') : text));
      },
    });
    await shown(element, 'day');

    isNext = true;
    session.session?.refresh();

    await waitUntil(() => states(element)[3] === 'claimable', 'the fourth day');
    expect(texts(element, 'next')[0]).to.match(/^Next reward in (\d+) /);
  });
});

describe('The list of <liveops-daily-rewards>', () => {
  const isSeen = (element: Element): boolean => {
    const list = parts(element, 'list')[0]!.getBoundingClientRect();
    const day = parts(element, 'day-claimable')[0]!.getBoundingClientRect();
    const isDown = day.top >= list.top - 1 && day.bottom <= list.bottom + 1;
    return isDown && day.left >= list.left - 1 && day.right <= list.right + 1;
  };

  /** Resolves once an observer of its size that is newer than the element's has been called. */
  const resized = (list: Element): Promise<void> =>
    new Promise(resolve => {
      const observer = new ResizeObserver(() => {
        observer.disconnect();
        // A size that changes among the calls of observers is an error of the page.
        requestAnimationFrame(() => resolve());
      });
      observer.observe(list);
    });

  for (const state of ['month', 'strip of a month', 'strip'])
    it(`is scrolled to the day that can be claimed, within reach of the keyboard: ${state}`, async () => {
      const element = await dailyIn(state, {style: 'width: 320px'});
      const list = parts(element, 'list')[0]!;

      expect(list.tabIndex).to.equal(0);
      expect(isSeen(element)).to.equal(true);
      expect(list.scrollTop + list.scrollLeft).to.be.greaterThan(0);
    });

  it('is scrolled in a page that is read from right to left, too', async () => {
    document.documentElement.dir = 'rtl';
    const element = await dailyIn('strip of a month');

    expect(isSeen(element)).to.equal(true);
    document.documentElement.dir = '';
  });

  it('stays where the player has scrolled it', async () => {
    const element = await dailyIn('month');
    const list = parts(element, 'list')[0]!;
    list.scrollTop = 0;

    element.requestUpdate();
    await element.updateComplete;

    expect(list.scrollTop).to.equal(0);
  });

  for (const [from, to] of [
    [600, 240],
    [320, 240],
    [240, 600],
  ] as const)
    it(`is scrolled there again where it gets another width: ${from} px, then ${to}`, async () => {
      const element = await dailyIn('month', {style: `width: ${from}px`});
      await waitUntil(() => isSeen(element), 'the day');

      element.style.width = `${to}px`;

      await resized(parts(element, 'list')[0]!);
      expect(isSeen(element)).to.equal(true);
      element.style.width = `${from}px`;
      await resized(parts(element, 'list')[0]!);
      expect(isSeen(element)).to.equal(true);
    });

  it('is scrolled there again when the days become taller, as with a font that loads late', async () => {
    const element = await dailyIn('month', {style: 'width: 240px'});
    const days = parts(element, 'day');
    await resized(parts(element, 'list')[0]!);

    for (const height of ['7em', '9em', '8em']) {
      for (const day of days) day.style.minHeight = height;
      await resized(days[0]!);
      expect(isSeen(element), height).to.equal(true);
    }
  });

  it('stays where the player has scrolled it when it gets another width', async () => {
    const element = await dailyIn('month', {style: 'width: 600px'});
    const list = parts(element, 'list')[0]!;
    await resized(list);
    list.scrollTop = 5;

    element.style.width = '240px';
    await resized(list);

    expect(list.scrollTop).to.equal(5);
  });

  it('moves nothing else on the page', async () => {
    const spacer = document.body.appendChild(document.createElement('div'));
    spacer.style.height = '3000px';
    window.scrollTo(0, 0);

    await dailyIn('month');

    expect(window.scrollY).to.equal(0);
    spacer.remove();
  });
});
