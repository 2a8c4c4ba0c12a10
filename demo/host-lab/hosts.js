/* The hosts to pick from: those of the tests, each of which cites what it imitates. */
import {FAKE_HOSTS} from '../fake-hosts.js';

/** One is not for game.html, the other one takes the place of the window's address, which no page lets go of. */
const ELSEWHERE = ['unity-webgl', 'uniwebview-url'];

export const HOSTS = FAKE_HOSTS.filter(({name}) => !ELSEWHERE.includes(name));

export const hostOf = title => HOSTS.find(host => host.title === title);

/** Puts a host into a page; returns what sends a message to the page, where the host has its own way. */
export function install({install, name, readyEvent}, page, take, {lowerCase}) {
  const send = install(page, take);
  if (name === 'unreal' && !lowerCase) keepCase(page);
  const target = name === 'unreal' ? page.document : page;
  if (readyEvent) target.dispatchEvent(new page.Event(readyEvent));
  return send ?? undefined;
}

/** Unreal's names as they are in C++, which a project can have. */
function keepCase(page) {
  const {liveopsgame: bound} = page.ue;
  if (bound) page.ue = {LiveOpsGame: {Send: bound.send}};
}
