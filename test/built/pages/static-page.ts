import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {serveApp, type Served} from './browser-page.js';

/** A studio's page: these tags in its head, a session of Rocket and a board. */
export async function studioPage(sandbox: SandboxControl, head: string): Promise<string> {
  const token = JSON.stringify(await sandbox.token());
  return `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Studio</title>${head}</head>
      <body>
        <liveops-session project-id="44056" api-base="${sandbox.apiBase}" player-name="Rocket" clan="wolves">
          <liveops-clan-contributors reward-chain-id="101"></liveops-clan-contributors>
        </liveops-session>
        <script>document.querySelector('liveops-session').getToken = () => ${token};</script>
      </body>
    </html>`;
}

/** Serves a page at `/`, scripts by their paths, and the built files. */
export async function servePage(html: string, scripts: Readonly<Record<string, string>> = {}): Promise<Served> {
  const app = new Hono();
  app.get('/', c => c.html(html));
  for (const [path, script] of Object.entries(scripts))
    app.get(path, c => c.text(script, 200, {'content-type': 'text/javascript'}));
  app.use('/dist/*', serveStatic({root: '.'}));
  return serveApp(app);
}
