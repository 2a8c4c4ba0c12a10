import {connect, type Socket} from 'node:net';
import {once} from 'node:events';

/** A plain TCP connection, for what no HTTP client would send. */
export class RawConnection {
  readonly #socket: Socket;
  /** All that came back, once the other side has closed. */
  readonly answer: Promise<string>;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.answer = new Promise(resolve => {
      const chunks: Buffer[] = [];
      socket.on('data', chunk => chunks.push(chunk));
      // A reset is one of the ways in which the other side closes.
      socket.on('error', () => undefined);
      socket.once('close', () => resolve(Buffer.concat(chunks).toString()));
    });
  }

  static async open(port: number): Promise<RawConnection> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  send(bytes: string | Buffer): void {
    this.#socket.write(bytes);
  }

  hangUp(): void {
    this.#socket.destroy();
  }
}

/** Sends `text`, which has to make the server close, and returns all that came back. */
export async function exchangeRaw(port: number, text: string | Buffer): Promise<string> {
  const connection = await RawConnection.open(port);
  connection.send(text);
  return await connection.answer;
}
