import {glint, icon} from './canvas.js';

const shieldDrawing =
  '<path d="M32 6l22 8v16c0 14-9 23-22 28C19 53 10 44 10 30V14z" fill="#5b6ee8"/>' +
  '<path d="M32 14l14 5v11c0 9-5 16-14 20-9-4-14-11-14-20V19z" fill="#9aa8ff"/>' +
  '<path d="M24 40l-2-13 6 4 4-8 4 8 6-4-2 13-8 5z" fill="#fff"/>' +
  glint('M15 19v10');

const bannerDrawing =
  '<path d="M14 6h6v54h-6z" fill="#8f4a20"/><path d="M20 10h34l-9 12 9 12H20z" fill="#e8474c"/>' +
  '<path d="M27 27l-2-9 5 3 3-6 3 6 5-3-2 9z" fill="#ffe08a"/>' +
  glint('M24 14h10');

const sparkDrawing =
  '<path d="M32 6c14 13 18 22 16 32a16 16 0 0 1-32 0c-1-8 4-12 8-16 1 5 4 6 6 4 3-4-1-11 2-20z" fill="#ff9f45"/>' +
  '<path d="M32 32c7 7 7 12 4 16a6 6 0 0 1-9 0c-3-5 1-8 5-16z" fill="#ffe79a"/>';

const saddleDrawing =
  '<path d="M8 24c6-8 12-2 20-2s16-12 24-8c5 3 4 9 0 14-6 7-12 10-22 10S10 34 8 24z" fill="#ffc94d"/>' +
  '<path d="M22 36h20v10a10 10 0 0 1-20 0z" fill="#b5672d"/><path d="M29 52h6v6h-6z" fill="#ffe08a"/>' +
  glint('M16 25h9');

const mountDrawing =
  '<path d="M16 58l4-20-8-8 10-16 8-8 2 8c12 0 20 8 20 22v22H40l-4-12-8 12z" fill="#e7dcff"/>' +
  '<path d="M32 14c12 0 20 8 20 22v10c-8-4-10-16-20-20z" fill="#8a5cf0"/>' +
  '<circle cx="24" cy="24" r="2.4" fill="#33244f" stroke="none"/>';

/** What the catalog sells in addition to rewards, by name. */
export const goods = {
  shield: icon('Shield', shieldDrawing),
  banner: icon('Banner', bannerDrawing),
  spark: icon('Spark', sparkDrawing),
  saddle: icon('Saddle', saddleDrawing),
  mount: icon('Mount', mountDrawing),
};
