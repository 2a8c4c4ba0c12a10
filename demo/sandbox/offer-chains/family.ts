import type {Family} from '../family.js';
import {addControlCalls} from './control-calls.js';
import {addPlayerCalls} from './player-calls.js';

/** Offer chains: steps that are free or cost money, one after the other. */
export const offerChains: Family = {addPlayerCalls, addControlCalls};
