/**
 * Lets a test page start its own sandboxes through the server commands `start-sandbox` and `stop-sandbox`. Sandboxes
 * that are still running are closed at the end of the run.
 */
export function sandboxPlugin() {
  const running = new Map();

  const commands = {
    async 'start-sandbox'() {
      const {startSandbox} = await import('../../demo/sandbox/server.ts');
      const sandbox = await startSandbox({port: 0});
      running.set(sandbox.apiBase, sandbox);
      return {url: sandbox.url, apiBase: sandbox.apiBase};
    },
    async 'stop-sandbox'({apiBase}) {
      await running.get(apiBase)?.close();
      return running.delete(apiBase);
    },
  };

  return {
    name: 'sandbox',
    executeCommand: ({command, payload}) => commands[command]?.(payload),
    serverStop: () => Promise.all([...running.values()].map(sandbox => sandbox.close())),
  };
}
