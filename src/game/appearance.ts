import type {Handlers} from '../host/link.js';
import {type Looks, looksOf, usePreset} from './looks.js';

const SIDES = ['top', 'right', 'bottom', 'left'];
const TOKEN = /^--liveops-[a-z-]{1,40}$/;

/** Applies `configure`'s appearance to the views; also call it for views that have just been added to the page. */
type Appearance = Handlers & {configure(params?: unknown): void};

/** What the game has set. */
type Look = {
  theme: string | undefined;
  /** By `ui.setAppearance`, and single properties by `ui.setTheme`, which go over it. */
  looks: Looks;
  readonly tokens: Map<string, string | undefined>;
};

/** The page's appearance, set by the game instead of the system. */
export function appearance(views: () => readonly HTMLElement[], session: () => HTMLElement | undefined): Appearance {
  const root = document.documentElement;
  const look: Look = {theme: undefined, looks: {}, tokens: new Map()};

  /** Views that are added later look the same. */
  const dressAll = (): void => {
    root.style.colorScheme = look.theme ?? '';
    for (const view of views()) dress(view, look);
  };

  return {
    configure: dressAll,
    'ui.setInsets'(insets) {
      for (const side of SIDES) setProperty(root, `--host-safe-${side}`, toLength(insets[side]));
    },
    'ui.setAppearance'(params) {
      usePreset(params['preset']);
      Object.assign(look, {theme: themeOf(params['theme']), looks: looksOf(params)});
      dressAll();
    },
    'ui.setTheme'({theme, tokens = {}}) {
      look.theme = themeOf(theme);
      for (const [name, value] of Object.entries(tokens as object)) {
        if (TOKEN.test(name)) look.tokens.set(name, toValue(value));
      }
      dressAll();
    },
    'ui.setLocale'({locale}) {
      root.lang = String(locale);
      Object.assign(session() ?? {}, {locale: String(locale)});
    },
    'ui.setMotion'({reduced}) {
      Object.assign(session() ?? {}, {reduceMotion: reduced === true});
    },
  };
}

/** Properties are set on the view, since a preset sets its own there. */
function dress(view: HTMLElement, {theme, looks, tokens}: Look): void {
  if (theme) view.setAttribute('theme', theme);
  else view.removeAttribute('theme');
  for (const [name, value] of [...Object.entries(looks), ...tokens]) setProperty(view, name, value ?? looks[name]);
}

const themeOf = (wanted: unknown): string | undefined => (wanted === 'light' || wanted === 'dark' ? wanted : undefined);

/** `null` removes it, so that the system's or the default value applies. */
function setProperty(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.style.removeProperty(name);
  else element.style.setProperty(name, value);
}

function toLength(value: unknown): string | undefined {
  return typeof value === 'number' && value >= 0 ? `${value}px` : undefined;
}

/** Colours, lengths and font names; nothing that loads a resource. */
function toValue(value: unknown): string | undefined {
  return typeof value === 'string' && /^[^;{}\\@]{1,200}$/.test(value) && !/url|image|src/i.test(value)
    ? value
    : undefined;
}
