import type {Context} from 'hono';
import {invalidProperty, Refusal} from './envelopes.js';
import type {SandboxEnv} from './env.js';
import {toInteger} from './numbers.js';

const MAX_BODY_BYTES = 1024 * 1024;
const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * The JSON body of a control call, whatever its content type says; an empty body is `{}`.
 *
 * @throws Refusal 422 if it is not JSON, 413 if it is larger than 1 MiB.
 */
export async function readJson(c: Context<SandboxEnv>): Promise<unknown> {
  const text = await readText(c.req.raw.body);
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw invalidProperty('body', 'must be JSON');
  }
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(part.value);
  }
  // Only after the whole body has been read: a client that is still sending would not see the answer.
  if (bytes > MAX_BODY_BYTES) throw new Refusal(413, 0, 'The body of a control call is at most 1 MiB');
  return Buffer.concat(chunks).toString();
}

/** Reads the fields of a JSON object one by one; each refusal is a 422 with the full path of the field. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #place: string;

  constructor(value: unknown, place = '') {
    if (!isRecord(value)) throw invalidProperty(place || 'body', 'must be an object');
    this.#values = value;
    this.#place = place && `${place}.`;
  }

  get names(): string[] {
    return Object.keys(this.#values);
  }

  /** Refuses unknown fields, which would otherwise be ignored silently. */
  only(...known: readonly string[]): void {
    const strange = this.names.find(name => !known.includes(name));
    if (strange !== undefined) throw this.refusal(strange, `is not one of: ${known.join(', ')}`);
  }

  /** The raw value, `undefined` when the field is absent. */
  get(name: string): unknown {
    return this.#values[name];
  }

  /** Whether the field is there. */
  has(name: string): boolean {
    return Object.hasOwn(this.#values, name);
  }

  refusal(name: string, requirement: string): Refusal {
    return invalidProperty(this.#place + name, requirement);
  }

  text(name: string): string {
    const value = this.get(name);
    if (typeof value !== 'string') throw this.refusal(name, 'must be a string');
    return value;
  }

  /** A number, not digits in a string. */
  integer(name: string, min?: number, max?: number): number {
    const value = this.get(name);
    if (typeof value === 'string') throw this.refusal(name, 'must be an integer');
    return toInteger(value, this.#place + name, min, max);
  }

  /** The fields of an object inside this one. */
  inner(name: string): Fields {
    return new Fields(this.get(name), this.#place + name);
  }

  /** A flag that is `false` when absent. */
  flag(name: string): boolean {
    const value = this.get(name) ?? false;
    if (typeof value !== 'boolean') throw this.refusal(name, 'must be true or false');
    return value;
  }

  /** ISO 8601 with an offset, as milliseconds since 1970. */
  date(name: string): number {
    const text = this.text(name);
    const milliseconds = ISO_DATE.test(text) ? Date.parse(text) : NaN;
    if (Number.isNaN(milliseconds)) throw this.refusal(name, 'must be a date and time with an offset (ISO 8601)');
    return milliseconds;
  }

  oneOf<Word extends string>(name: string, words: readonly Word[]): Word {
    const word = words.find(candidate => candidate === this.get(name));
    if (word === undefined) throw this.refusal(name, `must be one of: ${words.join(', ')}`);
    return word;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
