import type {Family} from '../family.js';
import {addControlCalls} from './control-calls.js';
import {addPayStation} from './pay-station.js';
import {addPlayerCalls} from './player-calls.js';

/** Orders of items, and the page on which a player pays any order. */
export const orders: Family = {addPlayerCalls, addControlCalls, addPages: addPayStation};
