import {itemsIn, itemStates} from './item-states.js';
import {testTranslated} from './translated.js';

testTranslated({tag: 'liveops-offers', states: itemStates, open: itemsIn});
