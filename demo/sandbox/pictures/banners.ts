import {banner, placed, star} from './canvas.js';
import {chestDrawing, gemDrawing} from './items.js';
import {shieldDrawing} from './medals.js';

/** Sky, far hills and near hills, in the colours of a time of day. */
function landscape(sky: string, far: string, near: string): string {
  return (
    `<g stroke="none"><path d="M0 0h320v160H0z" fill="${sky}"/>` +
    `<path d="M0 112l52-46 40 32 56-56 62 60 44-32 66 50v40H0z" fill="${far}"/>` +
    `<path d="M0 132c60-26 110-20 160-6s110 14 160-10v44H0z" fill="${near}"/></g>`
  );
}

function person(x: number, y: number, colour: string): string {
  const drawing =
    `<path d="M2 46V34a16 16 0 0 1 32 0v12z" fill="${colour}"/>` +
    '<circle cx="18" cy="12" r="10" fill="#ffd9b8"/><path d="M14 12h.1M22 12h.1" fill="none"/>';
  return placed(drawing, x, y);
}

function flag(x: number, y: number, colour: string): string {
  return placed(`<path d="M2 2h30l-8 10 8 10H2z" fill="${colour}"/><path d="M2 0v60" fill="none"/>`, x, y);
}

function tower(x: number): string {
  const walls = '<path d="M0 96V24h10v10h10V24h16v10h10V24h10v72z" fill="#8d93b8"/>';
  return placed(`${walls}<path d="M18 96V74a10 10 0 0 1 20 0v22z" fill="#4a3a6b"/>`, x, 44);
}

function spark(x: number, y: number): string {
  return `<path d="${star(x, y, 6)}" fill="#fff2b3" stroke="none"/>`;
}

const clanQuest =
  landscape('#7cc6f5', '#6aa7d9', '#58b878') +
  flag(62, 74, '#ff6b7d') +
  flag(232, 78, '#ffd75e') +
  placed(shieldDrawing, 112, 30, 1.5);

const guildRaid = landscape('#f79d65', '#b5527a', '#5b3a6e') + tower(52) + tower(212) + flag(146, 66, '#ffd75e');

const weeklyQuest =
  landscape('#35306b', '#463f8a', '#2a5f6b') +
  [spark(40, 30), spark(96, 18), spark(250, 24), spark(288, 52)].join('') +
  placed(chestDrawing, 115, 50, 1.4);

const howToJoin =
  landscape('#ffe3a8', '#ffc27a', '#7cc98a') +
  person(52, 92, '#f0497f') +
  person(92, 84, '#4fd08a') +
  person(132, 92, '#8a5cf0') +
  placed(shieldDrawing, 88, 14) +
  '<path d="M188 116h22m-11-11v22" fill="none" stroke-width="6"/>' +
  person(226, 92, '#35c3e8') +
  placed(gemDrawing, 228, 40, 0.5);

/** Chains and the invitation to join a clan, by name. */
export const banners = {
  'clan-quest': banner('Clan quest', clanQuest),
  'guild-raid': banner('Guild raid', guildRaid),
  'weekly-quest': banner('Weekly quest', weeklyQuest),
  'how-to-join': banner('How to join a clan', howToJoin),
};
