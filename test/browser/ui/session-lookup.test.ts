import {expect} from 'chai';
import {LitElement} from 'lit';
import {LiveOpsError} from '../../../src/errors.js';
import type {Session} from '../../../src/session/session.js';
import {
  announceChange,
  answerRequests,
  SessionController,
  type SessionReference,
} from '../../../src/ui/session-lookup.js';

class SeekerElement extends LitElement {
  session?: SessionReference;
  readonly sessions = new SessionController(this);
}
customElements.define('test-seeker', SeekerElement);

const sessionCalled = (name: string): Session => ({$rewardChains: {}, name}) as unknown as Session;

/** An element that has a session, or none yet. */
function source(session?: Session, id = '') {
  const fields: {session: Session | undefined; error: LiveOpsError | undefined} = {session, error: undefined};
  const element = Object.assign(document.createElement('div'), {id, className: 'source'}, fields);
  answerRequests(element);
  return element;
}

describe('A widget looking for its session', () => {
  const session = sessionCalled('session');

  afterEach(() => document.querySelectorAll('.source, test-seeker').forEach(element => element.remove()));

  function seekerIn(parent: Node, reference?: SessionReference): SeekerElement {
    const seeker = new SeekerElement();
    if (reference) seeker.session = reference;
    return parent.appendChild(seeker);
  }

  it('finds none in a page without one', () => {
    const {sessions} = seekerIn(document.body);

    expect([sessions.session, sessions.error]).to.deep.equal([undefined, undefined]);
  });

  it('finds the nearest one above it', () => {
    const inner = source(session);
    const outer = source(sessionCalled('outer'));
    outer.append(inner);
    document.body.append(outer);

    expect(seekerIn(inner).sessions.session).to.equal(session);
  });

  it('finds it through closed shadow roots', () => {
    const above = source(session);
    document.body.append(above);
    const root = above.appendChild(document.createElement('div')).attachShadow({mode: 'closed'});

    expect(seekerIn(root).sessions.session).to.equal(session);
  });

  it('finds the one it is given, an element’s by its id, before the one above it', () => {
    const above = source(sessionCalled('above'));
    document.body.append(above, source(session, 'player'));

    for (const reference of [session, source(session), 'player'])
      expect(seekerIn(above, reference).sessions.session).to.equal(session);
  });

  it('finds none where an id names nothing, or something else', () => {
    document.body.append(Object.assign(document.createElement('div'), {id: 'other', className: 'source'}));

    for (const id of ['nobody', 'other']) expect(seekerIn(document.body, id).sessions.session).to.equal(undefined);
  });

  it('is told when one appears, and is rendered again', async () => {
    const above = source();
    document.body.append(above);
    const seeker = seekerIn(above);
    await seeker.updateComplete;

    above.session = session;
    announceChange();

    expect(seeker.isUpdatePending).to.equal(true);
    expect(seeker.sessions.session).to.equal(session);
  });

  it('is not rendered again for a change that is none for it', async () => {
    const seeker = seekerIn(document.body);
    await seeker.updateComplete;

    announceChange();

    expect(seeker.isUpdatePending).to.equal(false);
  });

  it('is told nothing while it is out of the page, and looks again when it is back', () => {
    const above = source();
    document.body.append(above);
    const seeker = seekerIn(above);
    seeker.remove();

    above.session = session;
    announceChange();
    expect(seeker.sessions.session).to.equal(undefined);

    above.append(seeker);
    expect(seeker.sessions.session).to.equal(session);
  });

  it('learns why there is no session', () => {
    const error = new LiveOpsError('config', 'Wrong.');
    const above = source();
    above.error = error;
    document.body.append(above);

    expect(seekerIn(above).sessions.error).to.equal(error);
  });
});
