/**
 * @param {readonly number[]} values
 * @returns {number}
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * The value below which 95 % lie, by nearest rank.
 * @param {readonly number[]} values
 * @returns {number}
 */
export function p95(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

/**
 * @param {number} value
 * @returns {number} with no more digits than a noisy machine can vouch for
 */
export function rounded(value) {
  return Number(value.toPrecision(value >= 1000 ? 4 : 3));
}

/**
 * @param {readonly number[]} values
 * @returns {{min: number, max: number}}
 */
export function spread(values) {
  return { min: rounded(Math.min(...values)), max: rounded(Math.max(...values)) };
}
