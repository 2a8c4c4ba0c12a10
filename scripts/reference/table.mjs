const LINE_BREAKS = /\s*\n\s*/g;

/** A cell's text on one line, with escaped bars, which would end the cell. */
export function cell(text = '') {
  return text.replace(LINE_BREAKS, ' ').replaceAll('|', '\\|').trim();
}

export const code = text => (text ? `\`${cell(text)}\`` : '');

/** A markdown table, or nothing if it has no rows. */
export function table(head, rows) {
  if (!rows.length) return '';
  const lines = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

/** A section with its table, or nothing if it is empty. */
export function section(heading, head, rows) {
  return rows.length ? `## ${heading}\n\n${table(head, rows)}` : '';
}
