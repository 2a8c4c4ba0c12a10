import {expect} from 'chai';
import {chain, chains, WOLVES} from '../../support/wire.js';
import {board as path, FakeApi, LIST} from './fake-api.js';
import {type Attributes, boardWith, names, sessionOn} from './page.js';

const api = (): FakeApi => new FakeApi().on(path(101), WOLVES).on(LIST, chains(chain()));

async function boards(count: number, fake: FakeApi, attributes: Attributes = {}): Promise<void> {
  const session = sessionOn(fake);
  const made = Array.from({length: count}, () => boardWith(attributes));
  session.append(...made);
  document.body.append(session);
  await Promise.all(made.map(board => names(board)));
}

describe('Boards that share a session', () => {
  it('send one request for two', async () => {
    const fake = api();

    await boards(2, fake);

    expect(fake.paths).to.deep.equal([path(101)]);
  });

  it('send one request for thirty', async () => {
    const fake = api();

    await boards(30, fake);

    expect(fake.paths).to.deep.equal([path(101)]);
  });

  it('send one request for the chains, too', async () => {
    const fake = api();

    await boards(5, fake, {'reward-chain-id': null});

    expect(fake.paths).to.deep.equal([LIST, path(101)]);
  });

  it('ask for one token', async () => {
    let asked = 0;
    const session = sessionOn(api().on(path(102), WOLVES));
    session.getToken = () => `token${++asked}`;
    const made = [boardWith(), boardWith({'reward-chain-id': '102'})];
    session.append(...made);
    document.body.append(session);

    await Promise.all(made.map(board => names(board)));

    expect(asked).to.equal(1);
  });

  it('need no second request when one of them comes later', async () => {
    const fake = api();
    const session = sessionOn(fake);
    document.body.append(session);
    await names(session.appendChild(boardWith()));

    await names(session.appendChild(boardWith()));

    expect(fake.requests).to.have.length(1);
  });
});
