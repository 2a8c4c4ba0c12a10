import type {Family} from '../family.js';
import {addControlCalls} from './control-calls.js';
import {addPlayerCalls} from './player-calls.js';

/** Coupons, promo codes and unique offers, and the cart that promo codes are applied to. */
export const codes: Family = {addPlayerCalls, addControlCalls};
