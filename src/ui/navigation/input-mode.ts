/*
 * How the player uses the page: with a pointer, or with keys, a controller or a remote. The last input decides. It is the
 * same for all elements, and starts as a pointer.
 */

/** Whether the player moves by directions. */
type Listener = (isDirectional: boolean) => void;

const POINTER = ['pointermove', 'pointerdown'];

const listeners = new Set<Listener>();
let isDirectional = false;

/** Calls `listener` at once and at each change. Returns a function that stops it. */
export function onInputMode(listener: Listener): () => void {
  listeners.add(listener);
  listener(isDirectional);
  return () => listeners.delete(listener);
}

/** The player has moved by a direction; until a pointer moves or presses, the focus is always drawn. */
export function useDirections(page: Document): void {
  if (isDirectional) return;
  setMode(true);
  const usePointer = (event: Event): void => {
    // Engines send one without a movement when the page scrolls below the pointer.
    const {movementX, movementY} = event as PointerEvent;
    if (event.type === 'pointermove' && !movementX && !movementY) return;
    for (const type of POINTER) page.removeEventListener(type, usePointer, true);
    setMode(false);
  };
  for (const type of POINTER) page.addEventListener(type, usePointer, true);
}

function setMode(to: boolean): void {
  isDirectional = to;
  listeners.forEach(listener => listener(to));
}
