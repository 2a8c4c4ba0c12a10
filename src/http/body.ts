import {LiveOpsError} from '../errors.js';
import {withTimeout} from '../with-timeout.js';

/** A body that pauses for this long, milliseconds, counts as cut off. */
const IDLE_MS = 10_000;

const tooLarge = (maxBytes: number): LiveOpsError =>
  new LiveOpsError('bad-answer', `The answer is larger than ${maxBytes} bytes.`);

/**
 * Reads a body as UTF-8 text and stops once it has grown past `maxBytes` *decoded* bytes: `Content-Length` counts the
 * compressed ones and may be absent.
 *
 * @throws {LiveOpsError} `bad-answer` above the cap. Errors of the stream pass through; ten seconds without a byte are
 *   one.
 */
export async function readCapped(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader?.();
  if (!reader) return readWhole(response, maxBytes);
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const {done, value} = await withTimeout(IDLE_MS, () => reader.read());
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      text += decoder.decode(value, {stream: true});
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error;
  }
}

/** For webviews without body streams. A UTF-16 unit is at least one byte of UTF-8, so nothing valid is refused. */
async function readWhole(response: Response, maxBytes: number): Promise<string> {
  const text = await response.text();
  if (text.length > maxBytes) throw tooLarge(maxBytes);
  return text;
}
