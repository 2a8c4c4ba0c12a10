import {around, glint, icon, INK, star} from './canvas.js';

/** The medals of the first steps of a chain: bronze, silver, gold and better. */
const METALS = ['#d98c4f', '#c3cbdc', '#ffcf4a', '#7fe0c3', '#b99bff', '#ff8fa8'];

/** The shield that stands for a clan, in units of an icon. */
export const shieldDrawing =
  '<path d="M32 6l22 7v16c0 14-9 24-22 29C19 53 10 43 10 29V13z" fill="#5b6ef5"/>' +
  '<path d="M32 6l22 7v16c0 14-9 24-22 29z" fill="#4453d6" stroke="none"/>' +
  '<path d="M32 6l22 7v16c0 14-9 24-22 29C19 53 10 43 10 29V13z" fill="none"/>' +
  `<path d="${star(32, 31, 14)}" fill="#ffd75e"/>` +
  glint('M16 18v11');

const coinDrawing =
  '<circle cx="32" cy="34" r="25" fill="#e79a25"/><circle cx="32" cy="31" r="25" fill="#ffd75e"/>' +
  '<circle cx="32" cy="31" r="18.5" fill="#ffe79a" stroke="#e79a25" stroke-width="2"/>' +
  `<path d="${star(32, 32, 13)}" fill="#ff9f45"/>` +
  glint('M12 27a20 20 0 0 1 6-10');

function medalDrawing(step: number, metal: string): string {
  return (
    '<path d="M18 6h12l6 20-12 6z" fill="#ff6b7d"/><path d="M46 6H34l-6 20 12 6z" fill="#5b6ef5"/>' +
    `<circle cx="32" cy="41" r="18" fill="${metal}"/>` +
    '<circle cx="32" cy="41" r="12.5" fill="#fff" fill-opacity=".45" stroke="none"/>' +
    dots(step)
  );
}

/** One dot for each step so far; a digit would need a font, and no two machines have the same. */
function dots(count: number): string {
  const distance = count === 1 ? 0 : 7;
  const circles = Array.from({length: count}, (_, index) => {
    const [x, y] = around(32, 41, distance, index / count);
    return `<circle cx="${x}" cy="${y}" r="2.5"/>`;
  });
  return `<g fill="${INK}" stroke="none">${circles.join('')}</g>`;
}

const steps = METALS.map((metal, index) => {
  const step = index + 1;
  return [`step-${step}`, icon(`Step ${step}`, medalDrawing(step, metal))];
});

/** Steps and value points, by name. */
export const medals = {
  ...(Object.fromEntries(steps) as Record<string, string>),
  'value-point': icon('Value point', coinDrawing),
  'clan-point': icon('Clan point', shieldDrawing),
};
