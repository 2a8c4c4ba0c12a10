import {expect} from 'chai';
import type {WidgetElement} from '../../../src/ui/widget.js';
import type {Session} from '../../../src/session/session.js';
import {shown} from './page.js';
import {play} from './scene.js';

/** What each element reads, and the part that shows it is there. */
const READS = {
  'liveops-reward-chain': ['step', ({$rewardChains}: Session) => $rewardChains],
  'liveops-daily-rewards': ['day', ({$dailyChains}: Session) => $dailyChains],
  'liveops-offer-chain': ['step', ({$offerChains}: Session) => $offerChains],
  'liveops-offers': ['offer', (session: Session) => session.catalog({})],
} as const;

/** Answers each call with the same text every time, from the first answer on. */
function repeating(change: (text: string) => string = text => text) {
  const texts = new Map<string, string>();
  return async (call: string, answer: () => Promise<Response>): Promise<Response> => {
    const text = texts.get(call) ?? (await (await answer()).text());
    texts.set(call, texts.has(call) ? change(text) : text);
    return new Response(texts.get(call)!, {headers: {'content-type': 'application/json'}});
  };
}

/** How often the element renders because of a task. */
async function renderingsOf(element: WidgetElement, task: () => Promise<unknown>): Promise<number> {
  let renderings = 0;
  const controller = {hostUpdated: () => void renderings++};
  await element.updateComplete;
  element.addController(controller);
  await task();
  await element.updateComplete;
  element.removeController(controller);
  return renderings;
}

describe('An answer that says the same again', () => {
  for (const [tag, [part, storeOf]] of Object.entries(READS) as readonly [
    keyof typeof READS,
    (typeof READS)[keyof typeof READS],
  ][]) {
    it(`renders nothing in <${tag}>`, async () => {
      const {element, session} = await play(tag, 'default', {change: repeating()});
      await shown(element, part);
      const store = storeOf(session.session!);
      const before = store.value;

      const renderings = await renderingsOf(element, () => store.reload());

      expect(store.value).not.to.equal(before);
      expect(renderings).to.equal(0);
    });

    it(`renders <${tag}> where it says something else`, async () => {
      const change = (text: string): string =>
        text.replace(/"name":"/g, '"name":"New ').replace(/"en":"/g, '"en":"New ');
      const {element, session} = await play(tag, 'default', {change: repeating(change)});
      await shown(element, part);

      const renderings = await renderingsOf(element, () => storeOf(session.session!).reload());

      expect(renderings).to.equal(1);
      expect(element.shadowRoot!.textContent).to.contain('New ');
    });
  }
});
