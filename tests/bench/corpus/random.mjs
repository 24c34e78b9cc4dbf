/**
 * A stream of numbers that is the same in every run.
 * @typedef {object} Random
 * @property {() => number} next in [0, 1)
 * @property {(from: number, to: number) => number} between a whole number, both ends included
 * @property {(mean: number) => number} exponential
 */

/**
 * Mulberry32: 32 bits of state are plenty for texts nobody reads.
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    exponential: (mean) => -mean * Math.log(1 - next()),
  };
}
