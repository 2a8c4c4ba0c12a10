import {build} from 'esbuild';
import {Hono} from 'hono';
import {serveApp, type Served} from '../pages/browser-page.js';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Shop</title>
  <body><script type="module" src="/player.js"></script>`;

/** The page's script, from the sources: the built files keep their inner time limits to themselves. */
async function bundlePageScript(): Promise<string> {
  const entryPoints = ['test/built/switch-faults/page-script.ts'];
  const define = {'process.env.NODE_ENV': '"production"'};
  const tsconfig = 'tsconfig.json';
  const {outputFiles} = await build({entryPoints, bundle: true, format: 'esm', write: false, define, tsconfig});
  return outputFiles[0]!.text;
}

export type PageServer = Served & {
  /** An address, and the moment at which a page asks for it. */
  stop(): {url: string; reached: Promise<void>};
};

/** Serves the page of `page-script.ts`: at `/` as it is, at `/sandboxed` without an origin, at `/other` another one. */
export async function servePlayerPage(): Promise<PageServer> {
  const script = await bundlePageScript();
  const stops: (() => void)[] = [];
  const app = new Hono();
  app.get('/', c => c.html(PAGE));
  app.get('/sandboxed', c => c.html(PAGE, 200, {'content-security-policy': 'sandbox allow-scripts'}));
  app.get('/other', c => c.html('<!doctype html><html lang="en"><title>Other</title><link rel="icon" href="data:,">'));
  app.get('/player.js', c =>
    c.text(script, 200, {'content-type': 'text/javascript', 'access-control-allow-origin': '*'}),
  );
  app.get('/stop/:index', c => {
    stops[Number(c.req.param('index'))]?.();
    return c.body(null, 204);
  });
  const served = await serveApp(app);
  return {
    ...served,
    stop() {
      let reach = (): void => undefined;
      const reached = new Promise<void>(resolve => (reach = resolve));
      return {url: `/stop/${stops.push(reach) - 1}`, reached};
    },
  };
}
