import {installOnCi} from './engine.js';

/* On CI the engines are installed before their tests, whose time is limited. Run by `test/runner/run.mjs`. */
installOnCi();
