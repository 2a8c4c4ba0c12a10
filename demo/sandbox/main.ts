import {startSandbox, type Sandbox} from './server.js';

/** `npm run sandbox`: the sandbox on `PORT` (8788 by default) until it is interrupted. */

const DEFAULT_PORT = '8788';

async function main(): Promise<void> {
  const sandbox = await startSandbox({port: portOf(process.env['PORT'] || DEFAULT_PORT)});
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
  console.log(`LiveOps sandbox: ${sandbox.apiBase}`);
  console.log(`Try: ${await example(sandbox)}`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Error(`PORT must be a number from 0 to 65535, not "${text}"`);
  return port;
}

/** A command to paste, with a token of its own; the opaque kind because it is short. */
async function example({url, apiBase}: Sandbox): Promise<string> {
  const answer = await fetch(`${url}/sandbox/users/Rocket/token`, {method: 'POST', body: '{"opaque": true}'});
  const {token} = (await answer.json()) as {token: string};
  return `curl -H 'Authorization: Bearer ${token}' ${apiBase}/v2/project/44056/user/clan/contributors/101/top`;
}

function explain(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `port ${process.env['PORT'] || DEFAULT_PORT} is in use; set PORT to another`;
  return message;
}

main().catch((error: unknown) => {
  console.error(`LiveOps sandbox: ${explain(error)}`);
  process.exitCode = 1;
});
