/** Order by UTF-16 code units, independent of language and machine: what settles a tie, not an order for people to read. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
