const LINE_BREAKS = /\s*\n\s*/g;

/** A cell's text on one line, with the bars that would end the cell escaped. */
export function cell(text = '') {
  return text.replace(LINE_BREAKS, ' ').replaceAll('|', '\\|').trim();
}

export const code = text => (text ? `\`${cell(text)}\`` : '');

/** A markdown table, or nothing where it would have no rows. */
export function table(head, rows) {
  if (!rows.length) return '';
  const lines = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

/** A section with its table, or nothing where it would be empty. */
export function section(heading, head, rows) {
  return rows.length ? `## ${heading}\n\n${table(head, rows)}` : '';
}
