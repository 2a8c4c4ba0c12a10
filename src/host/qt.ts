import type {Host} from './hosts.js';
import {offer} from './offer.js';

/** The object that the game publishes on its channel: a slot `send(text)` and a signal `message(text)`. */
type Published = {send(text: string): void; message: {connect(listener: (text: string) => void): void}};
type Channel = {objects: Readonly<Record<string, Published | undefined>>};
type QWebChannel = new (transport: unknown, opened: (channel: Channel) => void) => unknown;

/**
 * QtWebEngine with a web channel: https://doc.qt.io/qt-6/qtwebchannel-javascript.html. The game loads Qt's own
 * `qwebchannel.js` into the page and registers its object as `LiveOpsGame`, or as `hostName` says.
 */
export const qt: Host = {
  name: 'qt',
  kind: 'generic',
  find(page, hostName = 'LiveOpsGame', receive) {
    const transport = (page['qt'] as {webChannelTransport?: unknown} | undefined)?.webChannelTransport;
    const Channel = page['QWebChannel'] as QWebChannel | undefined;
    if (!transport || !Channel) return undefined;
    let game: Promise<Published> | undefined;
    return async text => (await (game ??= open(Channel, transport, hostName, receive))).send(text);
  },
};

async function open(
  Channel: QWebChannel,
  transport: unknown,
  name: string,
  receive: (text: string) => void,
): Promise<Published> {
  const {objects} = await new Promise<Channel>(resolve => new Channel(transport, resolve));
  const game = objects[name];
  if (!game) throw new Error(`The channel has no object ${name}.`);
  game.message.connect(receive);
  return game;
}

offer(qt);
