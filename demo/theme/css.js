/* The CSS and the HTML for the chosen values, for the preview and for copying. */

/** Fonts that systems bring; a page with its own font writes that name in front. */
const FONTS = {
  system: 'system-ui, sans-serif',
  serif: "'Palatino Linotype', Palatino, Georgia, serif",
  humanist: "'Trebuchet MS', 'Segoe UI', Verdana, sans-serif",
  monospace: 'ui-monospace, Consolas, monospace',
};

const COLORS = ['accent', 'on-accent', 'surface', 'row', 'own', 'text', 'text-muted', 'border'];

const declarations = {
  ...Object.fromEntries(COLORS.map(name => [name, value => `--liveops-${name}: ${value}`])),
  radius: value => `--liveops-radius: ${value}px`,
  space: value => `--liveops-space: ${value}px`,
  font: value => `--liveops-font: 400 1em/1.4 ${FONTS[value]}`,
  size: value => `font-size: ${value}%`,
};

/**
 * The rule for these elements. `:root` in front, since a preset's rules for light and dark are more specific than a tag
 * alone.
 */
export function cssOf(options, tags) {
  const lines = Object.keys(declarations)
    .filter(name => options[name])
    .map(name => `  ${declarations[name](options[name])};`);
  if (!lines.length) return '';
  return `${tags.map(tag => `:root ${tag}`).join(',\n')} {\n${lines.join('\n')}\n}`;
}

/** The preset's file, and the elements as the page writes them. */
export function htmlOf({preset, theme}, tags) {
  const link = preset ? [`<link rel="stylesheet" href="/dist/presets/${preset}.css" />`] : [];
  return [...link, ...tags.map(tag => `<${tag}${theme ? ` theme="${theme}"` : ''}></${tag}>`)].join('\n');
}
