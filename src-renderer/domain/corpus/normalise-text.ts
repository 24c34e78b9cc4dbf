// U+0000, or half of a surrogate pair without its other half.
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * The one normalisation a source's text ever gets: BOM dropped, CRLF and CR become LF, U+0000 and lone surrogates become
 * U+FFFD. Nothing else changes (no trimming, no NFC, no smart-quote folding), since every offset refers to the result.
 *
 * All replacements but CRLF and the BOM keep the length in UTF-16 units.
 */
export function normaliseText(decoded: string): string {
  let text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  return text.isWellFormed() && !text.includes('\0') ? text : text.replace(UNSTORABLE, '\uFFFD');
}
