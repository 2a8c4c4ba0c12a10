import {runCommand} from '../../../demo/sandbox/command/run.js';

/** The command of the package, from its sources. */

await runCommand(process.argv.slice(2), 'from sources');
