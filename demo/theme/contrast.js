/* Whether texts can be read on their grounds: 4.5 to 1 by WCAG 2.2. */
const PAIRS = [
  ['on-accent', 'accent', 'Text on accent'],
  ['text', 'surface', 'Text on the ground'],
  ['text', 'row', 'Text on rows'],
  ['text', 'own', 'Text on what is the player’s'],
  ['text-muted', 'surface', 'Lesser text on the ground'],
  ['text-muted', 'row', 'Lesser text on rows'],
];
const LEAST = 4.5;

/** A sentence about each text that is too pale; empty where all can be read. */
export function paleTexts(computed) {
  const valueOf = name => computed.getPropertyValue(`--liveops-${name}`).trim();
  return PAIRS.map(([ink, ground, name]) => ({name, found: contrast(valueOf(ink), valueOf(ground))}))
    .filter(({found}) => found < LEAST)
    .map(({name, found}) => `${name} is hard to read: ${found.toFixed(1)} to 1, and ${LEAST} is the least.`)
    .join(' ');
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color) {
  const [red, green, blue] = [1, 3, 5].map(at => linear(parseInt(color.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = share => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
