/** Cut to a number of UTF-16 units, not through the middle of a character that takes two. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = text.slice(0, longest);
  return /[\uD800-\uDBFF]$/.test(half) ? half.slice(0, -1) : half;
}
