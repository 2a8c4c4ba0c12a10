import {runCommand} from './command/run.js';

/** `npm run sandbox`: the command `sandbox` of the package, from its sources. */

await runCommand(['sandbox', ...process.argv.slice(2)], 'from sources');
