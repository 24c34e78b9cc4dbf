import { median, rounded, spread } from './statistics.mjs';

/**
 * One measurement, as it is written to `out/bench.json`.
 * @typedef {object} Row
 * @property {string} name
 * @property {number} value
 * @property {number} floor measured in the same run
 * @property {number} ratio
 * @property {string} unit of `value` and `floor`
 * @property {Detail} detail
 *
 * @typedef {{aim: number | null, n: number, best: number} & Record<string, unknown>} Detail
 *
 * @typedef {object} Peer how another program does the same, on its own data of the same size
 * @property {string} name
 * @property {number} value ours
 * @property {number} peer
 * @property {number} factor how many times faster we are
 * @property {string} unit
 * @property {string} who
 */

/**
 * Medians over medians. `best` is the ratio of the quickest runs: where it is far from the ratio, the machine was busy.
 * @param {object} parts
 * @param {string} parts.name
 * @param {string} parts.unit
 * @param {number | null} parts.aim
 * @param {readonly number[]} parts.values
 * @param {readonly number[]} parts.floors
 * @param {Record<string, unknown>} parts.detail
 * @returns {Row}
 */
export function makeRow({ name, unit, aim, values, floors, detail }) {
  const value = median(values);
  const floor = median(floors);
  return {
    name,
    value: rounded(value),
    floor: rounded(floor),
    ratio: rounded(value / floor),
    unit,
    detail: {
      aim,
      n: values.length,
      spread: spread(values),
      floorSpread: spread(floors),
      best: rounded(Math.min(...values) / Math.min(...floors)),
      ...detail,
    },
  };
}

/**
 * @param {Omit<Peer, 'factor' | 'value'> & {values: readonly number[]}} parts
 * @returns {Peer}
 */
export function makePeer({ name, values, peer, unit, who }) {
  const value = median(values);
  return { name, value: rounded(value), peer, factor: rounded(peer / value), unit, who };
}
