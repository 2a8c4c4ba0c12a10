/*
 * What Chromium 87 to 115 and WebKit 15.4 lack of what ky and our code use. Only the classic script has it, and so
 * `game.html`. It runs before the libraries, which look for these features once. Where the browser has a feature, that one
 * stays.
 */
import {completeAbortSignal} from './abort-signal.js';
import {addMissingMethods} from './methods.js';

addMissingMethods();
completeAbortSignal();
