import {runCommand} from './command/run.js';
import {terminal} from './command/terminal.js';

/** `npm run sandbox`: the command `sandbox` of the package, from its sources. */

process.exitCode = await runCommand(['sandbox', ...process.argv.slice(2)], {
  version: 'from sources',
  env: process.env,
  terminal,
});
