/** A direction on the screen, as an arrow key or a D-pad gives it. */
export type Direction = 'up' | 'down' | 'left' | 'right';

/** A step in the order of the page, as the Tab key gives it. */
export type Step = 'next' | 'previous';

/** What a player wants, from whatever device: to move, to press what has the focus, or to go back. */
export type Intent = Direction | Step | 'accept' | 'cancel';

/** Remotes and older webviews send other names, too. */
const KEYS: ReadonlyMap<string, Intent> = new Map([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['Up', 'up'],
  ['Down', 'down'],
  ['Left', 'left'],
  ['Right', 'right'],
  ['Escape', 'cancel'],
  ['Esc', 'cancel'],
  ['GoBack', 'cancel'],
  ['BrowserBack', 'cancel'],
]);

const HOST_ACTIONS: ReadonlyMap<unknown, Intent> = new Map([
  ['accept', 'accept'],
  ['cancel', 'cancel'],
  ['tabPrev', 'previous'],
  ['tabNext', 'next'],
]);

type Key = Readonly<Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>>;

export function isDirection(value: unknown): value is Direction {
  return value === 'up' || value === 'down' || value === 'left' || value === 'right';
}

/**
 * The intent of a key. None for Enter, Space and Tab, which browsers handle, for shortcuts, and for keys that choose from
 * an input method's list.
 */
export function intentOfKey({key, altKey, ctrlKey, metaKey, shiftKey, isComposing}: Key): Intent | undefined {
  return altKey || ctrlKey || metaKey || shiftKey || isComposing ? undefined : KEYS.get(key);
}

/** The intent of the message `input.nav`, whose fields are `dir` or `action`; none for an unknown one. */
export function intentOfMessage({dir, action}: Readonly<Record<string, unknown>>): Intent | undefined {
  return isDirection(dir) ? dir : HOST_ACTIONS.get(action);
}
