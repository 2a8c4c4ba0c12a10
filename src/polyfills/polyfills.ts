/*
 * The features that ky and our code use and that Chromium 87 to 115 and WebKit 15.4 lack. Only the classic script, and
 * so `game.html`, contains them. They run before the libraries, which check for these features once. A feature of the
 * browser itself is never replaced.
 */
import {completeAbortSignal} from './abort-signal.js';
import {addMissingMethods} from './methods.js';

addMissingMethods();
completeAbortSignal();
