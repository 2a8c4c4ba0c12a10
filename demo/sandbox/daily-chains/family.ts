import type {Family} from '../family.js';
import {addPlayerCalls} from './player-calls.js';

/** Daily chains: a present for each day, and what players have taken. */
export const dailyChains: Family = {addPlayerCalls};
