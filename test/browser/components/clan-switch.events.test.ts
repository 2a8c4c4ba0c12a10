import {expect} from 'chai';
import {parts, shown} from './page.js';
import {nextEvent} from '../../support/next-event.js';
import {waitUntil} from '../../support/wait-until.js';
import {events, expectFrozen, factsOf, play, press, said, says} from './scene.js';

const TAG = 'liveops-clan-switch';
const UPDATE = 'PUT clan/update';

const updates = (calls: readonly string[]): number => calls.filter(call => call === UPDATE).length;

/** The events of the document, which only hears what bubbles and leaves shadow roots. */
function listen() {
  const abort = new AbortController();
  const types: string[] = [];
  for (const type of ['switch', 'rewards-received', 'switched', 'rewards-acknowledged', 'switch-failed']) {
    const name = type.startsWith('switch') ? `liveops-clan-${type}` : `liveops-${type}`;
    document.addEventListener(name, () => types.push(name), {signal: abort.signal});
  }
  return {types, stop: () => abort.abort()};
}

describe('The events of <liveops-clan-switch>', () => {
  it('report a switch from its beginning to its end, once each', async () => {
    const {types, stop} = listen();
    const {element} = await play(TAG, 'poor-new-clan');

    await press(element, 'preview');
    await press(element, 'confirm');
    await press(element, 'acknowledge');
    await waitUntil(() => types.includes('liveops-rewards-acknowledged'), 'the last event');
    stop();

    expect(types[0]).to.equal('liveops-clan-switch');
    expect([...types].sort()).to.deep.equal([
      'liveops-clan-switch',
      'liveops-clan-switched',
      'liveops-rewards-acknowledged',
      'liveops-rewards-received',
    ]);
  });

  it('report that a switch is about to be sent, before it is', async () => {
    const {element, calls} = await play(TAG, 'poor-new-clan');
    const about = nextEvent(element, 'liveops-clan-switch').then(event => ({event, calls: [...calls]}));

    await element.switchClan();

    const {event, calls: before} = await about;
    expect(factsOf(event)).to.include({bubbles: true, composed: true, cancelable: true});
    expect(before).to.deep.equal([]);
  });

  it('let the page keep the player where they are', async () => {
    const {element, calls} = await play(TAG, 'poor-new-clan');
    await says(element, 'Your clan has changed.');
    const switched = events(element, 'liveops-clan-switched');
    const failed = events(element, 'liveops-clan-switch-failed');
    element.addEventListener('liveops-clan-switch', event => event.preventDefault(), {once: true});

    const outcome = await element.switchClan();

    expect(outcome).to.equal('not-sent');
    expect(calls).to.deep.equal([]);
    expect(switched.length + failed.length).to.equal(0);
    expect(said(element)).to.contain('Your clan has changed.');
  });

  it('leave the preview open when the page cancels a press, which may then be repeated', async () => {
    const {element, calls} = await play(TAG, 'poor-new-clan');
    element.addEventListener('liveops-clan-switch', event => event.preventDefault(), {once: true});
    await press(element, 'preview');
    await press(element, 'confirm');
    await element.updateComplete;
    const sent = updates(calls);

    await press(element, 'confirm');
    await shown(element, 'acknowledge');

    expect(sent).to.equal(0);
    expect(updates(calls)).to.equal(1);
  });

  it('carry the receipt of rewards that came', async () => {
    const {element} = await play(TAG, 'poor-new-clan');
    const received = nextEvent<HTMLElementEventMap['liveops-rewards-received']>(element, 'liveops-rewards-received');

    void element.switchClan();

    const event = await received;
    const {id, rewards, complete, durable, receivedAt} = event.receipt;
    expect(factsOf(event)).to.include({bubbles: true, composed: true, cancelable: false});
    expect(id).to.match(/^[\w-]{16,}$/);
    expect({complete, durable}).to.deep.equal({complete: true, durable: false});
    expect(Math.abs(Date.parse(receivedAt) - Date.now())).to.be.lessThan(60_000);
    expect(rewards.map(({sku, name, type, quantity, source}) => ({sku, name, type, quantity, source}))).to.deep.equal([
      {sku: 'com.xsolla.box_1', name: 'Super box', type: 'bundle', quantity: 1, source: 'answer'},
      {sku: 'com.xsolla.potion_1', name: 'Mega potion', type: 'virtual_good', quantity: 1, source: 'answer'},
    ]);
    expectFrozen(event, ['receipt']);
  });

  it('carry the outcome, and the receipt that belongs to it', async () => {
    const {element} = await play(TAG, 'poor-new-clan');
    const received = events(element, 'liveops-rewards-received');
    const switched = nextEvent<HTMLElementEventMap['liveops-clan-switched']>(element, 'liveops-clan-switched');

    void element.switchClan();

    const event = await switched;
    await waitUntil(() => received.length, 'the receipt');
    expect(factsOf(event)).to.include({bubbles: true, composed: true, cancelable: false, outcome: 'rewarded'});
    expect(event.receipt).to.equal(received[0]!.receipt);
    expectFrozen(event, ['outcome', 'receipt']);
  });

  it('report a switch without rewards, too', async () => {
    const {element} = await play(TAG, 'nothing-to-claim');
    const received = events(element, 'liveops-rewards-received');
    const switched = nextEvent<HTMLElementEventMap['liveops-clan-switched']>(element, 'liveops-clan-switched');

    void element.switchClan();

    const {outcome, receipt} = await switched;
    expect({outcome, receipt}).to.deep.equal({outcome: 'nothing', receipt: undefined});
    expect(received.length).to.equal(0);
  });

  it('report a switch whose answer was lost as uncertain, with what was expected', async () => {
    const {element} = await play(TAG, 'lost-answer-rich');
    const switched = nextEvent<HTMLElementEventMap['liveops-clan-switched']>(element, 'liveops-clan-switched');

    void element.switchClan();

    const {outcome, receipt} = await switched;
    expect(outcome).to.equal('uncertain');
    expect(receipt!.complete).to.equal(false);
    expect(receipt!.rewards.map(({source}) => source)).to.deep.equal(['expected', 'expected']);
  });

  it('carry the error when the server refuses, and nothing else is told', async () => {
    const {element} = await play(TAG, 'refused');
    const switched = events(element, 'liveops-clan-switched');
    const failed = nextEvent<HTMLElementEventMap['liveops-clan-switch-failed']>(element, 'liveops-clan-switch-failed');

    expect(await element.switchClan()).to.equal('not-sent');

    const event = await failed;
    expect(factsOf(event)).to.include({bubbles: true, composed: true, cancelable: false});
    expect(event.error).to.include({name: 'LiveOpsError', code: 'invalid', status: 422, vendorCode: 1102});
    expect(switched.length).to.equal(0);
    expectFrozen(event, ['error']);
  });

  it('carry the receipt’s id when it is acknowledged, by the player or by the page', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    await element.switchClan();
    const [receipt] = session.session!.clanSwitch.$receipts.get();
    const told = nextEvent<HTMLElementEventMap['liveops-rewards-acknowledged']>(
      element,
      'liveops-rewards-acknowledged',
    );

    await element.acknowledge(receipt!.id);

    const event = await told;
    expect(factsOf(event)).to.include({bubbles: true, composed: true, cancelable: false, receiptId: receipt!.id});
    expect(session.session!.clanSwitch.$receipts.get()).to.be.empty;
    await says(element, 'Did you change your clan?');
    expectFrozen(event, ['receiptId']);
  });

  it('report no acknowledgement of a receipt that there is not', async () => {
    const {element} = await play(TAG, 'poor-new-clan');
    const told = events(element, 'liveops-rewards-acknowledged');

    await element.acknowledge('no such receipt');

    expect(told.length).to.equal(0);
  });

  it('report a receipt once, however many elements show it', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    const other = session.appendChild(document.createElement(TAG));
    await shown(other, 'preview');
    const received = events(session, 'liveops-rewards-received');

    await element.switchClan();
    await Promise.all([element, other].map(each => shown(each, 'acknowledge')));
    const later = session.appendChild(document.createElement(TAG));
    await shown(later, 'acknowledge');

    expect(received.length).to.equal(1);
  });

  it('take the receipt off every element when it was acknowledged on one', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    const other = session.appendChild(document.createElement(TAG));
    await element.switchClan();
    await shown(other, 'acknowledge');

    await press(element, 'acknowledge');

    await says(other, 'Did you change your clan?');
    expect(parts(other, 'reward').length).to.equal(0);
  });

  it('report the receipt of a switch that the page made without the element', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    const received = nextEvent<HTMLElementEventMap['liveops-rewards-received']>(element, 'liveops-rewards-received');

    await session.session!.clanSwitch.switchClan();

    expect((await received).receipt.rewards).to.have.length(2);
  });
});

describe('switchClan() of <liveops-clan-switch>', () => {
  it('switches without asking the player again', async () => {
    const {element, calls} = await play(TAG, 'poor-new-clan');

    expect(await element.switchClan()).to.equal('rewarded');

    expect(updates(calls)).to.equal(1);
    await shown(element, 'acknowledge');
  });

  it('gives `not-sent` without a session', async () => {
    const element = document.body.appendChild(document.createElement(TAG));

    expect(await element.switchClan()).to.equal('not-sent');
  });

  it('gives everyone who calls meanwhile the same outcome', async () => {
    const {element, calls, release} = await play(TAG, 'slow-switch');
    const first = element.switchClan();
    await waitUntil(() => updates(calls), 'the update');
    const second = element.switchClan();

    release();

    expect(await Promise.all([first, second])).to.deep.equal(['rewarded', 'rewarded']);
    expect(updates(calls)).to.equal(1);
  });

  it('has what is shown asked for again once the player may be in another clan', async () => {
    const {element, session} = await play(TAG, 'poor-new-clan');
    const stop = session.session!.$rewardChains.listen(() => undefined);
    const points = (): number | null | undefined => {
      const chains = session.session!.$rewardChains.value;
      return chains?.status === 'ready' ? chains.value[0]?.valuePoint.amount : undefined;
    };
    await waitUntil(() => points() === 1_155, 'the wolves’ points');

    await element.switchClan();

    await waitUntil(() => points() === 20, 'the ravens’ points');
    stop();
  });
});
