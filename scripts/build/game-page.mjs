import {readFileSync, writeFileSync} from 'node:fs';

/** The sources for each placeholder of the page. */
const SOURCES = {
  'liveops-elements.iife.js': ['dist/liveops-elements.iife.js'],
  'game.js': [
    'dist/hosts/unreal.js',
    'dist/hosts/qt.js',
    'dist/hosts/electron.js',
    'dist/hosts/uniwebview-url.js',
    'dist/game.js',
  ],
  'unsupported.js': ['src/game/unsupported.js'],
  'arcade.css': ['components/shared/presets/arcade.css'],
  'fantasy.css': ['components/shared/presets/fantasy.css'],
  'scifi.css': ['components/shared/presets/scifi.css'],
};

function sourceOf(name) {
  const code = SOURCES[name]
    .map(file =>
      readFileSync(file, 'utf8')
        .replace(/\/\/# sourceMappingURL=.*/, '')
        .trim(),
    )
    .join('\n');
  if (/<\/(script|style)|<!--/i.test(code)) throw new Error(`${name} would end its own element`);
  return code;
}

/** Builds `dist/game.html`, one file with every script and preset inlined. */
export function writeGamePage() {
  const page = readFileSync('src/game/page.html', 'utf8');
  const filled = page.replace(/\/\* ([a-z.-]+\.(?:js|css)) \*\//g, (_placeholder, name) => sourceOf(name));
  writeFileSync('dist/game.html', filled);
}
