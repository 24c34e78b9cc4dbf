/**
 * The letters, up to three of a word, that stand in a text about as often as wanted; of a text too short for that, as often as
 * can be. Capital letters and accents count as the search takes them: not at all.
 * @param {string} text
 * @param {number} hits
 * @returns {string}
 */
export function queryFor(text, hits) {
  const bare = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  /** @type {Map<string, number>} */
  const counts = new Map();
  const sample = bare.slice(0, 200_000);
  for (const [word] of sample.matchAll(/[a-z]+/g))
    for (let at = 0; at < word.length; at++)
      for (let length = 1; length <= 3 && at + length <= word.length; length++) {
        const query = word.slice(at, at + length);
        counts.set(query, (counts.get(query) ?? 0) + 1);
      }
  const scale = bare.length / sample.length;
  let [best, distance] = ['e', Infinity];
  for (const [query, count] of counts) {
    const off = Math.abs(count * scale - hits);
    if (off < distance) [best, distance] = [query, off];
  }
  return best;
}
