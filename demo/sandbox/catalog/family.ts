import type {Family} from '../family.js';
import {addControlCalls} from './control-calls.js';
import {addPlayerCalls} from './player-calls.js';

/** The catalog with its promotions, what is suggested, and orders of items. */
export const catalog: Family = {addPlayerCalls, addControlCalls};
