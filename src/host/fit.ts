import {type Message, type Params, toText} from './message.js';

/** Fields that a game can do without, in the order in which they are dropped. */
const SURPLUS: readonly (readonly string[])[] = [
  ['imageUrl'],
  ['imageUrl', 'description', 'howToJoin'],
  ['imageUrl', 'description', 'howToJoin', 'topContributors'],
];

type Fits = (text: string) => boolean;

/**
 * The strings that carry a message over a bridge with a length limit: the whole message; else without pictures; else
 * also without descriptions; else, if no answer is expected, in parts. Parts repeat every field and split the lists:
 * `part` counts from 1, and the game appends the lists of all `parts`.
 *
 * @returns `undefined` if none of this is short enough.
 */
export function fitMessage(message: Message, fits: Fits): readonly string[] | undefined {
  const shorter = [message, ...SURPLUS.map(names => without(message, names) as Message)];
  const text = shorter.map(toText).find(fits);
  if (text !== undefined) return [text];
  const {id, method, params} = shorter[shorter.length - 1] as Message;
  if (id !== undefined || !method || !params) return undefined;
  // The numbers are filled in later; the largest ones reserve room for them.
  const number = (part: number, parts: number) => (each: Params) => toText({method, params: {...each, part, parts}});
  const pieces = split(params, each => fits(number(9_999, 9_999)(each)));
  return pieces?.map((each, index) => number(index + 1, pieces.length)(each));
}

/** A copy without these fields, at any depth. */
function without(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map(each => without(each, names));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept.map(([name, each]) => [name, without(each, names)]));
}

/**
 * Halves the longest list until each piece fits. A list stays whole in one piece, or is split over several in order.
 */
function split(params: Params, fits: (params: Params) => boolean): readonly Params[] | undefined {
  if (fits(params)) return [params];
  const [longest] = listsIn(params).sort((one, other) => sizeOf(other.list) - sizeOf(one.list));
  if (!longest) return undefined;
  const {path, list} = longest;
  const middle = Math.ceil(list.length / 2);
  const alone = list.length === 1;
  const first = put(params, path, alone ? [] : list.slice(0, middle));
  // The first half already has all other lists.
  const second = put(emptied(params), path, alone ? list : list.slice(middle));
  if (alone && sizeOf(second) >= sizeOf(params)) return undefined;
  const [before, after] = [split(first, fits), split(second, fits)];
  return before && after && [...before, ...after];
}

type List = {readonly path: readonly string[]; readonly list: readonly unknown[]};

/** The lists that are not empty and not inside another list. */
function listsIn(value: unknown, path: readonly string[] = []): List[] {
  if (Array.isArray(value)) return value.length ? [{path, list: value}] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => listsIn(each, [...path, name]));
}

function emptied(params: Params): Params {
  return listsIn(params).reduce((rest, {path}) => put(rest, path, []), params);
}

function put(value: unknown, [name, ...rest]: readonly string[], list: readonly unknown[]): Params {
  const record = value as Params;
  return {...record, [name as string]: rest.length ? put(record[name as string], rest, list) : list};
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
