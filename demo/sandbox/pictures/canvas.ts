/** The outline of all pictures. Dark violet instead of black: soft on light pages, and visible on dark ones. */
export const INK = '#33244f';

/** The size of a picture in its drawing units. */
type Size = {readonly width: number; readonly height: number};

const ICON: Size = {width: 64, height: 64};
const BANNER: Size = {width: 320, height: 160};

/** A square picture of one thing, without a background. */
export function icon(title: string, drawing: string): string {
  return canvas(ICON, title, drawing);
}

/** A wide picture of a scene, with a background. */
export function banner(title: string, drawing: string): string {
  return canvas(BANNER, title, drawing);
}

/** A drawing inside another: moved, and made larger or smaller. */
export function placed(drawing: string, x: number, y: number, scale = 1): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})">${drawing}</g>`;
}

/** Light on glass or metal. */
export function glint(path: string): string {
  return `<path d="${path}" fill="none" stroke="#fff" stroke-opacity=".75"/>`;
}

/** A five-pointed star, as the data of a path. */
export function star(x: number, y: number, radius: number): string {
  const corners = Array.from({length: 10}, (_, index) => {
    const distance = index % 2 === 0 ? radius : radius * 0.45;
    return around(x, y, distance, index / 10).join(' ');
  });
  return `M${corners.join('L')}z`;
}

/** The point on a circle at that fraction of a turn, clockwise from the top. */
export function around(x: number, y: number, radius: number, turn: number): [x: number, y: number] {
  const angle = turn * 2 * Math.PI;
  return [round(x + radius * Math.sin(angle)), round(y - radius * Math.cos(angle))];
}

function canvas({width, height}: Size, title: string, drawing: string): string {
  const size = `width="${width * 2}" height="${height * 2}" viewBox="0 0 ${width} ${height}"`;
  const pen = `stroke="${INK}" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><title>${title}</title><g ${pen}>${drawing}</g></svg>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
