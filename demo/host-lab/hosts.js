/* The hosts to pick from: the fakes of the tests, each with the source that it imitates. */
import {FAKE_HOSTS} from '../fake-hosts.js';

/** One is not for game.html; the other would have to replace `window.location`, which no page allows. */
const ELSEWHERE = ['unity-webgl', 'uniwebview-url'];

export const HOSTS = FAKE_HOSTS.filter(({name}) => !ELSEWHERE.includes(name));

export const hostOf = title => HOSTS.find(host => host.title === title);

/** Adds a host to a page; returns a function that sends a message to the page, if the host has its own way. */
export function install({install, name, readyEvent}, page, take, {lowerCase}) {
  const send = install(page, take);
  if (name === 'unreal' && !lowerCase) keepCase(page);
  const target = name === 'unreal' ? page.document : page;
  if (readyEvent) target.dispatchEvent(new page.Event(readyEvent));
  return send ?? undefined;
}

/** Unreal's names as in C++, which a project can enable. */
function keepCase(page) {
  const {liveopsgame: bound} = page.ue;
  if (bound) page.ue = {LiveOpsGame: {Send: bound.send}};
}
