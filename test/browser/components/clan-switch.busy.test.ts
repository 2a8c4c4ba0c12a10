import {expect} from 'chai';
import {waitUntil} from '../../support/wait-until.js';
import {parts, shown} from './page.js';
import {live, play, press, said} from './scene.js';

const TAG = 'liveops-clan-switch';
const UPDATE = 'PUT clan/update';

type Timer = {ms: number; ring: () => void};

/** The timers that are set from now on, until the test has ended. */
const timers: Timer[] = [];
const {setTimeout} = globalThis;

before(() => {
  const noted = (task: () => void, ms = 0): unknown => {
    timers.push({ms, ring: task});
    return setTimeout(task, ms);
  };
  Object.assign(globalThis, {setTimeout: noted});
});
beforeEach(() => timers.splice(0));
after(() => void Object.assign(globalThis, {setTimeout}));

/** The element after an update that the server refused. */
async function refused(status: number, retryAfter?: string) {
  const headers = retryAfter === undefined ? {} : {'retry-after': retryAfter};
  const scene = await play(TAG, 'poor-new-clan', {
    change: (call, answer) => (call === UPDATE ? Response.json({errorCode: 0}, {status, headers}) : answer()),
  });
  await scene.element.switchClan();
  await shown(scene.element, 'retry');
  return scene;
}

/** Rings the timers that were set for so long, once there is one. */
async function pass(seconds: number): Promise<void> {
  const due = (): Timer[] => timers.filter(({ms}) => ms === seconds * 1_000);
  await waitUntil(() => due().length, `a timer of ${seconds} s`);
  due().forEach(({ring}) => ring());
}

const retry = (element: Element): HTMLButtonElement => parts(element, 'retry')[0] as HTMLButtonElement;

describe('<liveops-clan-switch> where the server has had too many requests', () => {
  for (const [retryAfter, seconds] of [
    ['7', 7],
    ['86400', 60],
    [undefined, 10],
  ] as const)
    it(`offers to try again after ${seconds} s, asked to wait for ${retryAfter ?? 'nobody knows how long'}`, async () => {
      const {element, calls} = await refused(429, retryAfter);

      expect(retry(element).disabled).to.equal(true);
      retry(element).click();
      await pass(seconds);

      await live(element, 'retry');
      expect(said(element)).to.contain('Your clan was not switched.');
      expect(calls.filter(call => call === UPDATE).length).to.equal(1);
    });

  it('lets the player look again then', async () => {
    const {element} = await refused(429, '7');
    await pass(7);

    await press(element, 'retry');

    await waitUntil(() => parts(element, 'confirm').length, 'the preview');
  });

  it('waits again after another refusal', async () => {
    const {element} = await refused(429, '7');
    await pass(7);
    await live(element, 'retry');

    await element.switchClan();
    await waitUntil(() => parts(element, 'retry').length, 'the second refusal');

    expect(retry(element).disabled).to.equal(true);
  });

  it('does not hold back what the server refused for another reason', async () => {
    const {element} = await refused(422);

    expect(retry(element).disabled).to.equal(false);
  });
});
