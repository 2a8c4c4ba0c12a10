import {serve} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {build} from 'esbuild';
import {Hono} from 'hono';
import {getCookie} from 'hono/cookie';
import {SandboxClient} from './sandbox-client.js';
import {startSandbox, type Sandbox} from './sandbox/server.js';
import {singleElementPage} from './single-elements/server.js';

/**
 * `npm start`: the sandbox and the demo pages, on two ports, since a studio's page and the vendor's API have different
 * origins. The demo listens on `PORT` (8787 by default), the sandbox on the port after it.
 */
const LOOPBACK = '127.0.0.1';
const DEFAULT_PORT = '8787';

/** Old URLs of pages, from before they had folders, for links and bookmarks. */
const OLD_ADDRESSES = ['gallery', 'host-lab', 'single-elements'];

/** The pages and the built files, with the shop at `/`. `/config.js` gives the pages the URL of the sandbox. */
export function createDemo(sandbox: Sandbox): Hono {
  const app = new Hono();
  const config = JSON.stringify({apiBase: sandbox.apiBase, sandbox: sandbox.url});
  app.get('/config.js', c => c.text(`export default ${config};`, 200, {'content-type': 'text/javascript'}));
  // The studio's back end, as `token-url` needs it: a real one identifies the player by its own cookie.
  const client = new SandboxClient(sandbox.url);
  app.get('/session-token', async c => {
    const life = getCookie(c, 'token_life');
    return c.json(await client.issueToken('Rocket', life ? Number(life) : undefined));
  });
  for (const name of OLD_ADDRESSES) {
    app.get(`/${name}.html`, c => c.redirect(`/${name}/${new URL(c.req.url).search}`));
  }
  app.get('/', serveStatic({path: 'demo/shop/index.html'}));
  app.get('/single-elements/', c => {
    const {html, headers} = singleElementPage(sandbox.apiBase);
    return c.html(html, 200, headers);
  });
  app.get('/fake-hosts.js', async c => c.text(await fakeHosts(), 200, {'content-type': 'text/javascript'}));
  // The code that a bundler would include in the launcher's script.
  app.get('/launchers/iframe/penpal.js', serveStatic({path: 'node_modules/penpal/dist/penpal.mjs'}));
  app.use('/dist/*', serveStatic({root: '.'}));
  app.use('/*', serveStatic({root: 'demo'}));
  return app;
}

/** The hosts of the tests, for the host lab. Where there is no document, the scripts of hosts register nothing. */
async function fakeHosts(): Promise<string> {
  const entryPoints = ['test/unit/host/fake-hosts.ts'];
  const define = {document: 'undefined'};
  const {outputFiles} = await build({entryPoints, define, bundle: true, format: 'esm', write: false});
  return outputFiles[0]!.text;
}

async function main(): Promise<void> {
  const port = Number(process.env['PORT'] || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) throw new Error('PORT must be a number from 1 to 65534');
  const sandbox = await startSandbox({port: port + 1});
  const server = serve({fetch: createDemo(sandbox).fetch, hostname: LOOPBACK, port}, () => {
    console.log(`Demo:    http://${LOOPBACK}:${port}/`);
    console.log(`Sandbox: ${sandbox.apiBase}`);
  });
  server.once('error', fail);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      void sandbox.close();
    });
  }
}

function fail(error: unknown): void {
  const {code, message} = error as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE' ? 'A port is in use; set PORT to another (the one after it is used too).' : message,
  );
  process.exit(1);
}

if (process.argv[1]?.endsWith('start.ts')) main().catch(fail);
