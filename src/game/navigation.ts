import type {Handlers, HostLink} from '../host/link.js';
import {focusable, focused, nearest} from './focus.js';

const DIRECTIONS = ['up', 'down', 'left', 'right'] as const;

/** A controller's or remote's buttons, as the game sends them. At an edge the game receives `nav-exit` and takes over. */
export function navigation(link: HostLink): Handlers {
  const step = (by: number): void => {
    const all = focusable();
    const now = focused();
    const next = now ? all[all.indexOf(now) + by] : all[0];
    if (next) next.focus();
    else void link.notify('nav-exit', {dir: by > 0 ? 'next' : 'previous'});
  };

  const move = (dir: (typeof DIRECTIONS)[number]): void => {
    const now = focused();
    const next = now ? nearest(dir, now) : focusable()[0];
    if (next) next.focus();
    else void link.notify('nav-exit', {dir});
  };

  const actions: Readonly<Record<string, () => void>> = {
    accept: () => focused()?.click(),
    cancel: () => void link.notify('close'),
    tabPrev: () => step(-1),
    tabNext: () => step(1),
  };

  return {
    'input.nav'({dir, action}) {
      const known = DIRECTIONS.find(one => one === dir);
      const act = Object.keys(actions).includes(String(action)) ? actions[String(action)] : undefined;
      if (known) move(known);
      else if (act) act();
      else throw new TypeError('`input.nav`: unknown `dir` or `action`.');
    },
  };
}
