import {executeServerCommand} from '@web/test-runner-commands';

import {SandboxControl, type SandboxAddress} from './sandbox-control.js';

/** A fresh sandbox for this test page; the test runner owns it and closes it at the end of the run at the latest. */
export async function startSandbox(): Promise<SandboxControl> {
  const address = await executeServerCommand<SandboxAddress, undefined>('start-sandbox');
  return new SandboxControl(address, () => executeServerCommand('stop-sandbox', {apiBase: address.apiBase}));
}
