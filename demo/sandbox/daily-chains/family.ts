import type {Family} from '../family.js';
import {addPlayerCalls} from './player-calls.js';

/** Daily chains: a reward for each day, and the players' claims. */
export const dailyChains: Family = {addPlayerCalls};
