import {LiveOpsError} from '../errors.js';
import type {Params} from './message.js';
import {
  color,
  flag,
  fonts,
  id,
  language,
  lenient,
  number,
  oneOf,
  orNull,
  type Reader,
  record,
  REFUSED,
  someOf,
  text,
  token,
} from './readers.js';

type Fields = {
  readonly fields: Readonly<Record<string, Reader>>;
  readonly required?: readonly string[];
  /** Exactly one of the fields. */
  readonly single?: boolean;
  /** Fields that are not listed are reported, too; otherwise they stay, for a newer page. */
  readonly closed?: boolean;
};

const length = orNull(number(value => value >= 0, 'a number from 0'));

/** Messages from the game, by method; see `docs/reference/host-protocol.md`. */
const MESSAGES: Readonly<Record<string, Fields>> = {
  configure: {
    fields: {
      projectId: id,
      apiBase: text,
      clan: orNull(text),
      playerName: text,
      userKey: text,
      locale: lenient(language, ''),
      checkout: oneOf('window', 'same-tab', 'host', null),
      sandboxPayments: flag,
      gamepad: flag,
      reduceMotion: flag,
      maskNames: flag,
      forgetRanks: flag,
      pollSeconds: number(value => value === 0 || (value >= 10 && value <= 86_400), '0, or 10 to 86,400'),
      view: someOf('contributors', 'switch', 'chain', 'daily', 'offer-chain', 'offers', 'code'),
      chainId: id,
      dailyChainId: id,
      offerChainId: id,
    },
  },
  'auth.token': {
    fields: {token, expiresInSec: number(value => value >= 0, 'a number of seconds')},
    required: ['token'],
  },
  'auth.clear': {fields: {}},
  'clan.changed': {fields: {clan: orNull(text)}},
  'clan.switch': {fields: {}},
  'code.fill': {fields: {code: text}, required: ['code']},
  'rewards.acknowledge': {fields: {receiptId: text}, required: ['receiptId']},
  ping: {fields: {}},
  'app.pause': {fields: {}},
  'app.resume': {fields: {}},
  'input.nav': {
    fields: {
      dir: oneOf('up', 'down', 'left', 'right'),
      action: oneOf('accept', 'cancel', 'tabPrev', 'tabNext'),
    },
    single: true,
  },
  'ui.setInsets': {fields: {top: length, right: length, bottom: length, left: length}},
  'ui.setTheme': {fields: {theme: oneOf('light', 'dark', null), tokens: record}},
  'ui.setAppearance': {
    fields: {
      preset: lenient(oneOf('neutral', 'arcade', 'fantasy', 'scifi', null)),
      theme: lenient(oneOf('light', 'dark', null)),
      accent: lenient(color),
      radius: lenient(number(value => value >= 0 && value <= 48, 'a number of CSS pixels, 0 to 48')),
      spacing: lenient(number(value => value >= 0 && value <= 32, 'a number of CSS pixels, 0 to 32')),
      font: lenient(fonts),
      fontScale: lenient(number(value => value >= 0.75 && value <= 2, 'a number from 0.75 to 2')),
    },
    closed: true,
  },
  'ui.setLocale': {fields: {locale: language}, required: ['locale']},
  'ui.setMotion': {fields: {reduced: flag}},
  state: {fields: {chainId: id}},
};

/** Whether the protocol defines this message from the game. */
export function isKnown(method: string): boolean {
  return Object.keys(MESSAGES).includes(method);
}

/**
 * Reads the parameters of a message from the game. This is the only check of them, so handlers may rely on the types. A
 * `null` without a meaning counts as left out. Unknown fields stay unchanged, for a newer page or the page's own
 * listener.
 *
 * @throws {LiveOpsError} `config`, naming the field.
 */
export function readParams(
  method: string,
  params: Params,
): {readonly params: Params; readonly ignored: readonly LiveOpsError[]} {
  const {fields = {}, required = [], single, closed} = (isKnown(method) && MESSAGES[method]) || {};
  const read: Record<string, unknown> = {...params};
  const ignored = closed ? surplus(method, Object.keys(fields), params) : [];
  for (const [name, reader] of Object.entries(fields)) {
    const isGiven = Object.keys(params).includes(name);
    if (!isGiven && !required.includes(name)) continue;
    const value = isGiven ? reader.read(params[name]) : REFUSED;
    read[name] = value === REFUSED ? undefined : value;
    if (value !== REFUSED || (params[name] === null && !required.includes(name))) continue;
    const error = refusal(method, name, reader);
    if (!reader.canBeIgnored) throw error;
    if (params[name] !== reader.empty) ignored.push(error);
  }
  if (single) checkSingle(method, Object.keys(fields), read);
  return {params: read, ignored};
}

/** One error for all fields that are not listed; their names could be anything, so it has only the listed ones. */
function surplus(method: string, names: readonly string[], params: Params): LiveOpsError[] {
  const isSurplus = Object.keys(params).some(name => !names.includes(name));
  return isSurplus ? [new LiveOpsError('config', `\`${method}\` has only ${names.join(', ')}.`)] : [];
}

function checkSingle(method: string, names: readonly string[], params: Params): void {
  if (names.filter(name => params[name] !== undefined).length === 1) return;
  throw new LiveOpsError('config', `\`${method}\` needs exactly one of ${names.join(', ')}.`);
}

/** Names the expected type, never the value. */
function refusal(method: string, name: string, {expected}: Reader): LiveOpsError {
  return new LiveOpsError('config', `\`${method}\`: \`${name}\` must be ${expected}.`);
}
