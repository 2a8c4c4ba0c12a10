/* Colours of stylesheets, and how well one can be read on another by WCAG 2.2. */

/** Red, green and blue from 0 to 255, and opacity from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number, opacity: number];

/** Reads `#rrggbb`, `rgb()` and `rgba()`. */
export function toColor(text: string): Color {
  const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text.trim());
  if (digits) return [...digits.slice(1).map(pair => parseInt(pair, 16)), 1] as unknown as Color;
  const [red, green, blue, opacity = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`No colour: ${text}`);
  return [red, green, blue, opacity];
}

/** A translucent colour over an opaque one. */
export function mixed([red, green, blue, opacity]: Color, ground: Color): Color {
  const over = (value: number, below: number): number => value * opacity + below * (1 - opacity);
  return [over(red, ground[0]), over(green, ground[1]), over(blue, ground[2]), 1];
}

/** From 1 to 21; https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Color, other: Color): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const linear = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
