import type {Intent} from './intents.js';

/** What is read of a `Gamepad`. */
export type Pad = {
  readonly mapping: string;
  readonly buttons: readonly {readonly pressed: boolean}[];
  readonly axes: readonly number[];
};

/** Buttons of the standard mapping, https://w3c.github.io/gamepad/#remapping */
const BUTTONS: readonly (readonly [button: number, intent: Intent])[] = [
  [0, 'accept'],
  [1, 'cancel'],
  [4, 'previous'],
  [5, 'next'],
  [12, 'up'],
  [13, 'down'],
  [14, 'left'],
  [15, 'right'],
];

/** How far the left stick has to be tilted; sticks at rest report up to about 0.2. */
const TILT = 0.5;

/** A direction that stays pressed repeats after the first of these times, then each second one, milliseconds. */
const REPEAT_AFTER_MS = 400;
const REPEAT_EVERY_MS = 120;

/** Movements, which repeat while they stay pressed. A press does not: it would claim what appears next. */
const REPEATING: ReadonlySet<Intent> = new Set(['up', 'down', 'left', 'right', 'next', 'previous']);

/** The intents of what is pressed on a pad. Buttons of a pad without the standard mapping may mean anything. */
export function pressedOn({mapping, buttons, axes: [x = 0, y = 0]}: Pad): readonly Intent[] {
  if (mapping !== 'standard') return [];
  const ofButtons = BUTTONS.flatMap(([button, intent]) => (buttons[button]?.pressed ? [intent] : []));
  return [...ofButtons, ...tiltOf(x, y)];
}

/** The direction of the stick: the one that it is tilted to most. */
function tiltOf(x: number, y: number): readonly Intent[] {
  if (Math.max(Math.abs(x), Math.abs(y)) < TILT) return [];
  if (Math.abs(x) > Math.abs(y)) return [x < 0 ? 'left' : 'right'];
  return [y < 0 ? 'up' : 'down'];
}

/** Turns what is pressed on the pads, read again and again, into intents. */
export class PadReader {
  /** When each pressed intent is due again, milliseconds. */
  #due: ReadonlyMap<Intent, number> | undefined;

  /** Ignores what is pressed at the next reading: that press was meant for the game, or for another window. */
  reset(): void {
    this.#due = undefined;
  }

  /** The intents that are new or due again at `now`, milliseconds of any clock. */
  read(pads: readonly (Pad | null)[], now: number): readonly Intent[] {
    const pressed = new Set(pads.flatMap(pad => (pad ? pressedOn(pad) : [])));
    const before = this.#due;
    const due = new Map<Intent, number>();
    const intents: Intent[] = [];
    for (const intent of pressed) {
      const dueAt = before ? (before.get(intent) ?? -Infinity) : Infinity;
      const isDue = dueAt <= now;
      if (isDue) intents.push(intent);
      due.set(intent, isDue ? nextAt(intent, dueAt, now) : dueAt);
    }
    this.#due = due;
    return intents;
  }
}

function nextAt(intent: Intent, dueAt: number, now: number): number {
  if (!REPEATING.has(intent)) return Infinity;
  return now + (dueAt === -Infinity ? REPEAT_AFTER_MS : REPEAT_EVERY_MS);
}
