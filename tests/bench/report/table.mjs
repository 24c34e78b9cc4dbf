/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('./row.mjs').Peer} Peer */

/**
 * @param {readonly (readonly string[])[]} lines the first is the header
 * @returns {string}
 */
function columns(lines) {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const isNumber = (/** @type {string} */ cell) => /^[\d.~–-]/.test(cell);
  const pad = (/** @type {string} */ cell, /** @type {number} */ width) =>
    isNumber(cell) ? cell.padStart(width) : cell.padEnd(width);
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function tableOfRows(rows) {
  const header = ['name', 'value', 'floor', 'unit', 'ratio', 'aim', '', 'best', 'n', 'renderer MB', 'the floor is'];
  const lines = rows.map(({ name, value, floor, ratio, unit, detail }) => [
    name,
    String(value),
    String(floor),
    unit,
    String(ratio),
    detail.aim === null ? '–' : String(detail.aim),
    detail.aim === null || ratio <= detail.aim ? '' : 'over',
    String(detail.best),
    String(detail.n),
    memoryOf(detail),
    typeof detail['floorIs'] === 'string' ? detail['floorIs'] : '',
  ]);
  return columns([header, ...lines]);
}

/** @param {Row['detail']} detail */
function memoryOf({ memory }) {
  if (typeof memory !== 'object' || memory === null || !('workingSetMB' in memory)) return '–';
  return String(memory.workingSetMB);
}

/**
 * @param {readonly Peer[]} peers
 * @returns {string}
 */
export function tableOfPeers(peers) {
  const lines = peers.map(({ name, value, peer, factor, unit, who }) => [
    name,
    String(value),
    String(peer),
    unit,
    String(factor),
    who,
  ]);
  return columns([['peers', 'value', 'peer', 'unit', 'factor', 'who'], ...lines]);
}
