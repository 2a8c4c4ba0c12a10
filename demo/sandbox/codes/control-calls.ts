import type {AddControlCall} from '../controls/controls.js';
import {Codes} from './codes.js';

export function addControlCalls(add: AddControlCall): void {
  add('GET', '/codes', (c, {world}) => {
    const codes = world.of(Codes);
    return c.json(codes.all.map(({code, type}) => ({code, type, uses: Object.fromEntries(codes.usesOf(code))})));
  });
}
