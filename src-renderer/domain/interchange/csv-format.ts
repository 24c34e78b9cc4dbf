/** Numbers are for our own numeric columns, which are never negative and never guarded. */
export type Cell = string | number;

/**
 * `guarded`: cells that a spreadsheet would run as formulas get a leading apostrophe, which our import takes off again.
 * `raw`: cells as they are.
 */
export type Guarding = 'guarded' | 'raw';

/** Lets Excel see that a file is UTF-8; written at the start of guarded files. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One row as RFC 4180 has it, with its CRLF: commas, quotes only where needed. */
export function formatCsvRow(cells: readonly Cell[], guarding: Guarding): string {
  const formatted = cells.map((cell) => (typeof cell === 'number' ? cell : formatCell(cell, guarding)));
  // Joined rather than added up: one flat string instead of a tree of forty, which the garbage collector would feel.
  return formatted.join(',') + '\r\n';
}

/** One row with every cell in quotes, for tables without a header: quotes tell that a line is one. */
export function formatQuotedRow(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + '\r\n';
}

const MUST_BE_QUOTED = /[",\r\n]/;

function formatCell(text: string, guarding: Guarding): string {
  const cell = guarding === 'guarded' ? guard(text) : text;
  if (!MUST_BE_QUOTED.test(cell)) return cell;
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : `"${cell}"`;
}

// Apostrophes before the dangerous character count as well, or taking one off could not tell ours from the author's.
const DANGEROUS = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** Puts an apostrophe before what a spreadsheet would run. */
export function guard(text: string): string {
  return mayBeDangerous(text) && DANGEROUS.test(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that `guard` put there: `unguard(guard(text))` is `text` for every text. */
export function unguard(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && GUARDED.test(text) ? text.slice(1) : text;
}

const APOSTROPHE = 0x27;
const AT_SIGN = 0x40;

/** A cheap first look, since nearly every cell begins with a letter: all dangerous characters come before those. */
function mayBeDangerous(text: string): boolean {
  return text.charCodeAt(0) <= AT_SIGN;
}
