import {codeIn, codeStates} from './redeem-states.js';
import {testTranslated} from './translated.js';

testTranslated({tag: 'liveops-redeem-code', states: codeStates, open: codeIn});
