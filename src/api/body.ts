import {LiveOpsError} from '../errors.js';

const tooLarge = (maxBytes: number): LiveOpsError =>
  new LiveOpsError('bad-answer', `The answer is larger than ${maxBytes} bytes.`);

/**
 * Reads a body as UTF-8 text and stops once it has grown past `maxBytes` *decoded* bytes: `Content-Length` counts the
 * compressed ones and may be absent.
 *
 * @throws {LiveOpsError} `bad-answer` above the cap. Errors of the stream pass through.
 */
export async function readCapped(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader?.();
  if (!reader) return readWhole(response, maxBytes);
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      reader.cancel().catch(() => undefined);
      throw tooLarge(maxBytes);
    }
    text += decoder.decode(value, {stream: true});
  }
}

/** For webviews without body streams. A UTF-16 unit is at least one byte of UTF-8, so nothing valid is refused. */
async function readWhole(response: Response, maxBytes: number): Promise<string> {
  const text = await response.text();
  if (text.length > maxBytes) throw tooLarge(maxBytes);
  return text;
}
