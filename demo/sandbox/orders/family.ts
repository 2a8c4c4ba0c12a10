import type {Family} from '../family.js';
import {addControlCalls} from './control-calls.js';
import {addOrderSocket} from './order-socket.js';
import {addPayStation} from './pay-station.js';
import {addPlayerCalls} from './player-calls.js';

/** Orders of items, the page on which a player pays any order, and the socket that says what became of it. */
export const orders: Family = {
  addPlayerCalls,
  addControlCalls,
  addPages(app, world, tokens) {
    addPayStation(app, world);
    addOrderSocket(app, world, tokens);
  },
};
