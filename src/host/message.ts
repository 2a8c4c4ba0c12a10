/**
 * The longest message in either direction, characters. Data stays on HTTP; a bridge carries commands, events and
 * tokens.
 */
export const LONGEST = 65_536;

export type Params = Readonly<Record<string, unknown>>;

/** A JSON-RPC 2.0 request, notification or answer. */
export type Message = {
  readonly id?: unknown;
  readonly method?: string;
  readonly params?: Params | undefined;
  readonly result?: unknown;
  readonly error?: unknown;
};

/**
 * A message as a string. Some webview plugins decode it as a URL part and some do not: without `%` and `+`, both give
 * the same JSON.
 */
export function toText(message: Message): string {
  // Outside strings, a plus occurs only in exponents of numbers, which mean the same without it.
  return JSON.stringify({jsonrpc: '2.0', ...message}).replace(/("(?:\\.|[^"\\])*")|\+/g, (_match, string = '') =>
    (string as string).replace(/%/g, '\\u0025').replace(/\+/g, '\\u002b'),
  );
}

/** Parses a string from the host; `undefined` for anything but a single message with named parameters. */
export function toMessage(text: string): Message | undefined {
  try {
    const message = JSON.parse(text.length > LONGEST ? '' : text) as Message & {jsonrpc?: unknown};
    const {jsonrpc, method = '', params = {}} = message;
    const isNamed = Object(params) === params && !Array.isArray(params);
    return jsonrpc === '2.0' && typeof method === 'string' && isNamed ? message : undefined;
  } catch {
    return undefined;
  }
}
