/** Longest text in either direction, characters. Data stays on HTTP; a bridge carries commands, events and tokens. */
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
 * The text of a message. Some webview plugins decode it like a part of a URL and some do not: without `%` and `+` both
 * ways end in the same JSON.
 */
export function toText(message: Message): string {
  // Outside of strings a plus occurs only in the exponents of numbers, which mean the same without it.
  return JSON.stringify({jsonrpc: '2.0', ...message}).replace(/("(?:\\.|[^"\\])*")|\+/g, (_match, string = '') =>
    (string as string).replace(/%/g, '\\u0025').replace(/\+/g, '\\u002b'),
  );
}

/** What a text of the host says; `undefined` for whatever is no single message with named parameters. */
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
