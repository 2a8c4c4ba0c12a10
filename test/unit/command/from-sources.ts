import {runCommand} from '../../../demo/sandbox/command/run.js';
import {terminal} from '../../../demo/sandbox/command/terminal.js';

/** The command of the package, from its sources. */

process.exitCode = await runCommand(process.argv.slice(2), {version: 'from sources', env: process.env, terminal});
