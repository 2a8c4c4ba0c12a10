import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {parts, shown, texts} from './page.js';
import {events, live, play, press, said, says, type Wishes} from './scene.js';

const claims = (calls: readonly string[]): string[] => calls.filter(call => call.startsWith('POST'));

/** Three steps that can be claimed, of each element; `before` is the button above them. */
const ELEMENTS = [
  {
    tag: 'liveops-reward-chain' as const,
    scenario: 'claimable' as const,
    open: (text: string) => text,
    paths: [1001, 1002, 1003].map(id => `POST reward_chain/101/step/${id}/claim`),
    claimable: 'step-claimable',
    claimed: 'liveops-step-claimed' as const,
    failed: 'liveops-step-claim-failed' as const,
    before: 'liveops-step-claim' as const,
  },
  {
    tag: 'liveops-daily-rewards' as const,
    scenario: 'default' as const,
    // The two days after today’s, too.
    open: (text: string) =>
      text.replace(/"step_number":([45]),"status":"claim_in_future"/g, '"step_number":$1,"status":"claimable"'),
    paths: [3, 4, 5].map(day => `POST daily_chain/201/step/number/${day}/claim`),
    claimable: 'day-claimable',
    claimed: 'liveops-day-claimed' as const,
    failed: 'liveops-day-claim-failed' as const,
    before: 'liveops-day-claim' as const,
  },
];

for (const {tag, scenario, open, paths, claimable, claimed, failed, before} of ELEMENTS)
  describe(`“Claim all” in <${tag}>`, () => {
    /** The server of the scenario; days that it would refuse are claimed all the same. */
    async function ready(become: Wishes['change'] = (_call, answer) => answer()) {
      const taken = new Set<string>();
      const scene = await play(tag, scenario, {
        attributes: {'claim-all': ''},
        async change(call, answer, request) {
          if (call.startsWith('POST')) {
            return become(
              call,
              async () => {
                const response = await answer();
                taken.add(call);
                return response.status === 204 ? response : new Response(null, {status: 204});
              },
              request,
            );
          }
          let text = open(await (await answer()).text());
          for (const post of taken) {
            const day = /number\/(\d+)/.exec(post)?.[1];
            text = text.replace(`"step_number":${day},"status":"claimable"`, `"step_number":${day},"status":"claimed"`);
          }
          return new Response(text, {headers: {'content-type': 'application/json'}});
        },
      });
      await shown(scene.element, 'claim-all');
      return scene;
    }

    it('is there with the attribute only, and where there is more than one to claim', async () => {
      const {element} = await ready();
      expect(texts(element, 'claim-all')).to.deep.equal(['Claim all (3)']);

      element.claimAll = false;
      await element.updateComplete;
      expect(parts(element, 'claim-all')).to.deep.equal([]);

      element.claimAll = true;
      await press(element, 'claim');
      await waitUntil(() => texts(element, 'claim-all')[0] === 'Claim all (2)', 'two that are left');
      await press(element, 'claim');
      await waitUntil(() => !parts(element, 'claim-all').length, 'no button for one');
    });

    it('claims in order, one after the other, and says how many at the end', async () => {
      const {element, calls} = await ready();
      const told = events(element, claimed);

      await press(element, 'claim-all');
      await says(element, '3 of 3 claimed.');

      expect(claims(calls)).to.deep.equal(paths);
      expect(told.length).to.equal(3);
      expect(parts(element, claimable)).to.deep.equal([]);
      expect(parts(element, 'summary')[0]!.getAttribute('role')).to.equal('status');
    });

    it('stops at the first claim whose end is not known, and says so', async () => {
      const {element, calls} = await ready((call, answer) =>
        call === paths[1] ? Promise.reject(new TypeError('Failed to fetch')) : answer(),
      );
      const wrong = events(element, failed);

      await press(element, 'claim-all');
      await says(element, '1 of 3 claimed.');

      expect(claims(calls)).to.deep.equal([paths[0], paths[1], paths[1]]);
      expect(wrong.map(({error}) => error.code)).to.deep.equal(['outcome-unknown']);
      expect(said(element)).to.contain('We could not find out whether you have this.');
      await live(element, 'claim');
    });

    it('stops where the page keeps a claim', async () => {
      const {element, calls} = await ready();
      let asked = 0;
      element.addEventListener(before, event => {
        if (++asked === 2) event.preventDefault();
      });

      await press(element, 'claim-all');
      await says(element, '1 of 3 claimed.');

      expect(claims(calls)).to.deep.equal(paths.slice(0, 1));
    });

    it('is one round, however often it is pressed, and no other claim is made meanwhile', async () => {
      const {element, calls} = await ready();
      const all = await live(element, 'claim-all');
      const one = await live(element, 'claim');

      all.click();
      all.click();
      one.click();
      await element.updateComplete;
      const isDead = [...parts(element, 'claim'), ...parts(element, 'claim-all')].every(button =>
        button.matches(':disabled'),
      );
      await says(element, '3 of 3 claimed.');

      expect(isDead).to.equal(true);
      expect(claims(calls)).to.deep.equal(paths);
    });

    it('ends where the player’s clan changes, since other steps come next', async () => {
      let move = (): void => undefined;
      const {element, session, calls} = await ready((call, answer) => {
        if (call === paths[1]) move();
        return answer();
      });
      move = () => session.session!.setClan('ravens');

      await press(element, 'claim-all');
      await waitUntil(() => claims(calls).length === 2, 'the second claim');
      await live(element, 'claim');

      expect(claims(calls)).to.deep.equal(paths.slice(0, 2));
    });

    it('ends with its player', async () => {
      let leave = (): void => undefined;
      const {element, session, calls} = await ready(async (call, answer) => {
        if (call === paths[1]) leave();
        return answer();
      });
      leave = () => session.session!.signOut();

      await press(element, 'claim-all');
      await waitUntil(() => claims(calls).length === 2, 'the second claim');
      session.session!.refresh();
      await live(element, 'claim');

      expect(claims(calls)).to.deep.equal(paths.slice(0, 2));
      expect(said(element)).not.to.contain('of 3 claimed');
    });
  });
