import type {Params} from '../host/message.js';

/** What `ui.setAppearance` sets on a view, by property; a field that is left out has the preset's value. */
export type Looks = Readonly<Record<string, string | undefined>>;

const pixels = (value: unknown): string | undefined => (value === undefined ? undefined : `${value as number}px`);

/** The properties for a checked appearance. Every property is there, so that the next appearance removes what it lacks. */
export function looksOf({accent, radius, spacing, font, fontScale}: Params): Looks {
  return {
    '--liveops-accent': accent as string | undefined,
    '--liveops-on-accent': typeof accent === 'string' ? readableOn(accent) : undefined,
    '--liveops-radius': pixels(radius),
    '--liveops-space': pixels(spacing),
    '--liveops-font': font === undefined ? undefined : `400 1em/1.4 ${font as string}`,
    'font-size': fontScale === undefined ? undefined : `${fontScale as number}em`,
  };
}

/** Uses the stylesheet of a preset, which the page has; the default look needs none. */
export function usePreset(name: unknown): void {
  for (const sheet of document.querySelectorAll<HTMLStyleElement>('style[data-preset]')) {
    sheet.media = sheet.dataset['preset'] === name ? 'all' : 'not all';
  }
}

/** Black or white, whichever has more contrast by WCAG 2.2: at least 4.5 to 1 on any colour. */
function readableOn(color: string): string {
  const digits = color.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(at => linear(parseInt(digits.slice(at, at + 2), 16) / 255));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) ** 2 > 1.05 * 0.05 ? '#000000' : '#ffffff';
}

const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
