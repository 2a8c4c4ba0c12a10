export type FontName = 'wide' | 'narrow';
export const FONTS: Readonly<
  Record<FontName, {family: string; stack: string; files: readonly {weight: number; file: string; range: string}[]}>
>;
export const LETTERS: readonly string[];
export const FONT_NAMES: readonly FontName[];
export function fontStyles(): string;
