import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import type {CodeBlock} from './markdown.js';

const BETWEEN = '<<< next >>>';

/** Whether later examples use what an example declares, or each has its own names. */
export type Scope = 'shared' | 'own';

/** What each example of a page prints, on a sandbox; the first only sets up what the others need. */
export async function outputsOf(blocks: readonly CodeBlock[], sandboxUrl: string, scope: Scope): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'docs-examples-'));
  try {
    const file = join(folder, 'examples.mjs');
    await writeFile(file, scriptOf(blocks, sandboxUrl, scope));
    const env = {...process.env, XSOLLA_API_KEY: 'sandbox-api-key', NO_COLOR: '1'};
    const {stdout} = await promisify(execFile)(process.execPath, ['--import', './test/runner/typescript.mjs', file], {
      env,
    });
    return stdout.split(`${BETWEEN}\n`).slice(0, -1);
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** The examples as one module. */
function scriptOf(blocks: readonly CodeBlock[], url: string, scope: Scope): string {
  const [setup = '', ...others] = blocks.filter(({lang}) => lang === 'js').map(({text}) => text);
  const imports = new Set([setup, ...others].flatMap(text => text.match(/^import .*$/gm) ?? []));
  const examples = others.map(text => {
    const code = scope === 'own' ? `{\n${text}\n}` : text;
    return `${code}\nconsole.log('${BETWEEN}');`;
  });
  const script = [setup, ...examples].map(text => text.replaceAll(/^import .*$/gm, ''));
  const entry = pathToFileURL('src/admin/index.ts').href;
  return [...imports, ...script]
    .join('\n')
    .replaceAll('http://127.0.0.1:8788', url)
    .replaceAll('liveops-elements/admin', entry);
}
