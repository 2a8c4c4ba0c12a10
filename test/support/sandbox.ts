import {executeServerCommand} from '@web/test-runner-commands';

import {SandboxControl, type SandboxAddress} from './sandbox-control.js';

/** A fresh sandbox for the test page that asks; the test runner holds it and closes it with the run at the latest. */
export async function startSandbox(): Promise<SandboxControl> {
  const address = await executeServerCommand<SandboxAddress, undefined>('start-sandbox');
  return new SandboxControl(address, () => executeServerCommand('stop-sandbox', {apiBase: address.apiBase}));
}
