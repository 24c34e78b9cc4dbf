export function guessEncoding(bytes: Buffer): string {
  return bytes.length > 0 ? 'windows-1252' : 'utf-8';
}
