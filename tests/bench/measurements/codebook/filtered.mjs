import { DEFINITION, GROUP_SIZE } from '../../data/codes.mjs';

/**
 * What a query must find among so many codes "Theme 1", "Theme 2" and so on: worked out here and not by the app.
 * @param {string} query of lower case
 * @param {number} count of all codes
 * @returns {{found: number, lines: number}} `lines`: those found, and the groups above them
 */
export function filtered(query, count) {
  const words = query.split(' ').filter((word) => word !== '');
  /** @type {Set<number>} */
  const lines = new Set();
  let found = 0;
  for (let at = 0; at < count; at++) {
    const group = at - (at % GROUP_SIZE);
    const text = `theme ${at + 1}\n${DEFINITION.toLowerCase()}`;
    if (!words.every((word) => text.includes(word) || `theme ${group + 1}`.includes(word))) continue;
    found++;
    lines.add(at).add(group);
  }
  return { found, lines: lines.size };
}
