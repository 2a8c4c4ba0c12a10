import {readFileSync, writeFileSync} from 'node:fs';

/** The source of the script for each placeholder of the page. */
const SCRIPTS = {
  'liveops-elements.iife.js': ['dist/liveops-elements.iife.js'],
  'game.js': [
    'dist/hosts/unreal.js',
    'dist/hosts/qt.js',
    'dist/hosts/electron.js',
    'dist/hosts/uniwebview-url.js',
    'dist/game.js',
  ],
  'unsupported.js': ['src/game/unsupported.js'],
};

function scriptOf(name) {
  const code = SCRIPTS[name]
    .map(file =>
      readFileSync(file, 'utf8')
        .replace(/\/\/# sourceMappingURL=.*/, '')
        .trim(),
    )
    .join('\n');
  if (/<\/script|<!--/i.test(code)) throw new Error(`${name} would end its own script element`);
  return code;
}

/** Builds `dist/game.html`, one file with every script inlined. */
export function writeGamePage() {
  const page = readFileSync('src/game/page.html', 'utf8');
  const filled = page.replace(/\/\* ([a-z.-]+\.js) \*\//g, (_placeholder, name) => scriptOf(name));
  writeFileSync('dist/game.html', filled);
}
