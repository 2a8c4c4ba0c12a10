import {readFileSync} from 'node:fs';
import {createHash} from 'node:crypto';
import {build, type Plugin} from 'esbuild';
import {Hono} from 'hono';
import {serveApp, type Served} from './browser-page.js';

const SCENARIOS = `
  export {createScenario, scenarios} from './src/scenarios/scenarios.js';
  export {putOn} from './src/scenarios/on-element.js';
`;

/** The gallery's cards get the scenarios alone, so that the elements are those of the file under test. */
const scenariosOnly: Plugin = {
  name: 'scenarios-only',
  setup({onResolve, onLoad}) {
    onResolve({filter: /liveops-elements\.dev\.js$/}, () => ({path: 'scenarios', namespace: 'only'}));
    onLoad({filter: /.*/, namespace: 'only'}, () => ({contents: SCENARIOS, resolveDir: '.', loader: 'ts'}));
  },
};

async function bundle(contents: string, plugins: Plugin[] = []): Promise<string> {
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: '.', loader: 'ts'},
    bundle: true,
    format: 'iife',
    write: false,
    define: {'process.env.NODE_ENV': '"production"'},
    plugins,
  });
  return outputFiles[0]!.text;
}

const CARDS = `
  import {createCard, drive} from './demo/gallery/card.js';
  import {ELEMENTS} from './demo/gallery/elements.js';
  const wanted = document.documentElement.dataset.states;
  const statesOf = states => states.filter(state => !state.patienceMs && (wanted === 'all' || wanted.split(' ').includes(state.as ?? state.scenario)));
  const [, only = ''] = location.hash.split('#');
  const shown = ELEMENTS.filter(({tag}) => !only || tag === only);
  const cards = shown.flatMap(({tag, states}) => statesOf(states).map(state => createCard({tag, state, options: {}})));
  document.body.append(...cards.map(({node}) => node));
  Promise.all(cards.map(drive)).then(() => (document.documentElement.dataset.ended = String(cards.length)));
`;

const LIT = `
  import {html, LitElement} from 'lit';
  import {styleMap} from 'lit/directives/style-map.js';
  import {unsafeHTML} from 'lit/directives/unsafe-html.js';
`;

function oneElement(name: string, template: string): Promise<string> {
  return bundle(`${LIT}
    customElements.define('${name}', class extends LitElement { render() { return ${template}; } });
    document.body.append(document.createElement('${name}'));
    document.documentElement.dataset.foreign = '1';
  `);
}

const ELEMENTS = [
  'session',
  'clan-contributors',
  'clan-switch',
  'daily-rewards',
  'offer-chain',
  'offers',
  'redeem-code',
  'reward-chain',
];

/** Scripts by name; `styled` and `unsafe` break the rules that ours keep. */
async function stageScripts(): Promise<Record<string, string>> {
  const [cards, npm, foreign, styled, unsafe] = await Promise.all([
    bundle(CARDS, [scenariosOnly]),
    bundle(ELEMENTS.map(name => `import './dist/components/${name}/define.js';`).join('\n')),
    oneElement('foreign-lit', 'html`<p>${1}</p>`'),
    oneElement('styled-lit', "html`<p style=${styleMap({color: 'red'})}>x</p>`"),
    oneElement('unsafe-lit', "html`<p>${unsafeHTML('<img src=x onerror=globalThis.pwned=1>')}</p>`"),
  ]);
  const classic = readFileSync('dist/liveops-elements.iife.js', 'utf8');
  const module = readFileSync('dist/liveops-elements.js', 'utf8');
  return {cards, npm, foreign, styled, unsafe, classic, module, loader: LOADER};
}

export type Stage = {
  /** Names of scripts, in order. `loader` adds the classic script by script. */
  scripts: readonly string[];
  /** Value of the header; `NONCE` and `HASHES` stand for those of the scripts. */
  policy?: string;
  headers?: Readonly<Record<string, string>>;
  /** Names of the gallery's states to show, or all. */
  states?: string;
  /** Markup above the scripts. */
  markup?: string;
  /** Run before everything else, whatever the policy. */
  before?: () => void;
};

const NONCE = 'bm9uY2U';
const LOADER = `const script = document.createElement('script'); script.async = false; script.src = '/classic.js'; document.head.append(script); script.onload = () => { const cards = document.createElement('script'); cards.src = '/cards.js'; document.body.append(cards); };`;

const integrityOf = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** Serves each stage at `/<name>`; a tag after `#` shows that element alone. */
export async function serveStages(stages: Readonly<Record<string, Stage>>): Promise<Served> {
  const all = await stageScripts();
  const app = new Hono();
  for (const [name, text] of Object.entries(all)) {
    app.get(`/${name}.js`, c =>
      c.text(text, 200, {
        'content-type': 'text/javascript',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      }),
    );
  }
  for (const [name, stage] of Object.entries(stages)) {
    const {scripts, policy, headers = {}, states = 'default', markup = ''} = stage;
    const tags = scripts.map(script => {
      const type = script === 'module' ? 'type="module"' : 'defer';
      return `<script ${type} nonce="${NONCE}" integrity="${integrityOf(all[script]!)}" crossorigin="anonymous" src="/${script}.js"></script>`;
    });
    const hashes = scripts.map(script => `'${integrityOf(all[script]!)}'`).join(' ');
    const csp = policy?.replaceAll('NONCE', `'nonce-${NONCE}'`).replaceAll('HASHES', hashes);
    const page = `<!doctype html><html lang="en" data-states="${states}"><head><meta charset="utf-8"><title>${name}</title></head><body>${markup}${tags.join('')}</body></html>`;
    app.get(`/${name}`, c => c.html(page, 200, {...headers, ...(csp && {'content-security-policy': csp})}));
  }
  return serveApp(app);
}
