/** @param occurrence from 1 */
export function findOccurrence(text: string, quote: string, occurrence: number): number {
  let at = -1;
  for (let count = 0; count < occurrence; count++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) throw new Error(`the sample has no passage "${quote}"`);
  }
  return at;
}

export function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the sample refers to "${String(key)}", which it does not have`);
  return value;
}
