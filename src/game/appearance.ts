import type {Handlers} from '../host/link.js';

const SIDES = ['top', 'right', 'bottom', 'left'];
const TOKEN = /^--liveops-[a-z-]{1,40}$/;

/** Applies `configure`'s appearance to the views; also call it for views that have just been added to the page. */
type Appearance = Handlers & {configure(params?: unknown): void};

/** The page's appearance, set by the game instead of the system. */
export function appearance(views: () => readonly HTMLElement[], session: () => HTMLElement | undefined): Appearance {
  const root = document.documentElement;
  let theme: string | undefined;

  /** Views that are added later look the same. */
  const dress = (): void => {
    root.style.colorScheme = theme ?? '';
    for (const view of views()) {
      if (theme) view.setAttribute('theme', theme);
      else view.removeAttribute('theme');
    }
  };

  return {
    configure: dress,
    'ui.setInsets'(insets) {
      for (const side of SIDES) setProperty(root, `--host-safe-${side}`, toLength(insets[side]));
    },
    'ui.setTheme'({theme: wanted, tokens = {}}) {
      theme = wanted === 'light' || wanted === 'dark' ? wanted : undefined;
      for (const [name, value] of Object.entries(tokens as object)) {
        if (TOKEN.test(name)) setProperty(root, name, toValue(value));
      }
      dress();
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
