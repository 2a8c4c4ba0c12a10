import {constants, type Http2ServerRequest} from 'node:http2';
import {constants as zlib, deflateRawSync} from 'node:zlib';
import type {Answer, Fate} from './gate.js';

/** Carried out, and the connection ends in order without a byte of an answer. */
export const closed: Fate = async update => {
  await update.apply();
  update.close();
};

/** Carried out, and the connection breaks. */
export const reset: Fate = async update => {
  await update.apply();
  update.reset();
};

/** Never read by the server. */
export const unread: Fate = update => update.reset();

/** Carried out, and HTTP/2 says goodbye: no stream of this session was handled. */
export const goneAway: Fate = async update => {
  await update.apply();
  const {session} = (update.request as Http2ServerRequest).stream;
  session!.goaway(constants.NGHTTP2_NO_ERROR, 0);
  session!.destroy();
};

/** Carried out, and HTTP/2 calls the stream refused, which asks the browser to send it again. */
export const refusedStream: Fate = async update => {
  await update.apply();
  (update.request as Http2ServerRequest).stream.close(constants.NGHTTP2_REFUSED_STREAM);
};

/** Carried out, and never answered. */
export const silent: Fate = update => update.apply();

/** Carried out; the headers and half of the answer arrive, then no more. */
export const stalled: Fate = async update => {
  const answer = await update.apply();
  await update.begin(answer, answer.text.slice(0, answer.text.length / 2));
};

/** The same, and the connection ends. */
export const truncated: Fate = async update => {
  await stalled(update);
  update.close();
};

/** Carried out, and answered with something else. */
export const insteadOf =
  (make: (answer: Answer) => Partial<Answer>): Fate =>
  async update =>
    update.answer(make(await update.apply()));

/** Answered with this, and not carried out. */
export const refusedWith =
  (answer: Partial<Answer>): Fate =>
  update =>
    update.answer(answer);

/** The vendor's error object. */
export function vendorsWord(status: number, errorCode = 0): Partial<Answer> {
  return {status, text: JSON.stringify({statusCode: status, errorCode, errorMessage: '<b>Refused</b>'})};
}

/** Carried out, and answered with one MiB that unpacks to one GiB of blanks. */
export const bomb: Fate = async update => {
  await update.apply();
  const piece = deflateRawSync(Buffer.alloc(8 * 1024 * 1024, ' '), {finishFlush: zlib.Z_FULL_FLUSH});
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  const type = {'content-type': 'application/json', 'access-control-allow-origin': '*', 'content-encoding': 'gzip'};
  update.response.writeHead(200, type);
  const body = Buffer.concat([header, ...Array.from({length: 128}, () => piece)]);
  (update.response as NodeJS.WritableStream).write(body);
};
