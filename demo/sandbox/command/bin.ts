#!/usr/bin/env node
import {runCommand} from './run.js';
import {terminal} from './terminal.js';

/** `npx liveops-elements`: the file behind the package's `bin`. */

/** The package's version, written in when the file is bundled. */
declare const PACKAGE_VERSION: string;

process.exitCode = await runCommand(process.argv.slice(2), {version: PACKAGE_VERSION, env: process.env, terminal});
