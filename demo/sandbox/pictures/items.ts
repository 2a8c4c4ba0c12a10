import {glint, icon} from './canvas.js';

/** A chest of gems, in units of an icon. */
export const chestDrawing =
  '<path d="M8 32V24a12 12 0 0 1 12-12h24a12 12 0 0 1 12 12v8z" fill="#b5672d"/>' +
  '<path d="M14 31l5-9 6 5 7-10 7 10 6-5 5 9z" fill="#4ed6c8"/>' +
  '<path d="M8 32h48v18a4 4 0 0 1-4 4H12a4 4 0 0 1-4-4z" fill="#8f4a20"/>' +
  '<path d="M6 31h52v6H6z" fill="#ffc94d"/>' +
  '<path d="M26 31h12v11a6 6 0 0 1-12 0z" fill="#ffe08a"/><path d="M32 37v4" fill="none"/>';

/** A cut gem, in units of an icon. */
export const gemDrawing =
  '<path d="M18 12h28l12 15-26 29L6 27z" fill="#35c3e8"/>' +
  '<path d="M6 27h52L46 12H18z" fill="#8be6f7"/>' +
  '<path d="M22 27l10-15 10 15-10 29z" fill="#5fd6f2"/>' +
  glint('M14 23l5-6');

const boxDrawing =
  '<path d="M10 28h44v24a4 4 0 0 1-4 4H14a4 4 0 0 1-4-4z" fill="#8a5cf0"/>' +
  '<path d="M27 28h10v28H27z" fill="#ffc94d"/>' +
  '<path d="M6 20h52v10H6z" fill="#a67dfa"/><path d="M26 20h12v10H26z" fill="#ffdf7e"/>' +
  '<path d="M32 20c-4-12-18-13-17-5 1 5 9 5 17 5zm0 0c4-12 18-13 17-5-1 5-9 5-17 5z" fill="#ff9f45"/>' +
  glint('M15 35v11');

const smallPotionDrawing =
  '<path d="M26 14h12v11a17 17 0 1 1-12 0z" fill="#e9f7ff"/>' +
  '<path d="M16 37h32a16.5 16.5 0 1 1-32 0z" fill="#4fd08a"/>' +
  '<path d="M25 8h14v7H25z" fill="#c98a4b"/>' +
  '<g fill="#c9f7dd" stroke="none"><circle cx="37" cy="45" r="2.5"/><circle cx="31" cy="50" r="1.8"/></g>' +
  glint('M21 42a11 11 0 0 0 4 9');

const megaPotionDrawing =
  '<path d="M24 14h16v8c9 3 16 10 16 19 0 9-9 17-24 17S8 50 8 41c0-9 7-16 16-19z" fill="#ffeaf1"/>' +
  '<path d="M10 35h44c5 14-6 23-22 23S5 49 10 35z" fill="#f0497f"/>' +
  '<path d="M22 6h20v9H22z" fill="#c98a4b"/>' +
  '<path d="M32 53c-7-5-10-8-10-11a5 5 0 0 1 10-2 5 5 0 0 1 10 2c0 3-3 6-10 11z" fill="#fff" stroke="none"/>' +
  glint('M14 41a9 9 0 0 0 3 8');

const lanternDrawing =
  '<path d="M24 12a8 8 0 0 1 16 0" fill="none"/><path d="M17 20h30l-6-9H23z" fill="#b5672d"/>' +
  '<path d="M19 20h26l4 30H15z" fill="#ffe79a"/>' +
  '<path d="M33 25c8 8 8 13 5 17a8 8 0 0 1-12 0c-3-5 0-9 2-11 1 3 3 3 4 1 1-2 0-4 1-7z" fill="#ff9f45"/>' +
  '<path d="M11 49h42v8H11z" fill="#8f4a20"/>' +
  glint('M23 26l-2 15');

/** Rewards, by name. */
export const items = {
  'small-potion': icon('Small potion', smallPotionDrawing),
  'mega-potion': icon('Mega potion', megaPotionDrawing),
  box: icon('Box', boxDrawing),
  chest: icon('Chest of gems', chestDrawing),
  gem: icon('Gem', gemDrawing),
  lantern: icon('Lantern', lanternDrawing),
};
