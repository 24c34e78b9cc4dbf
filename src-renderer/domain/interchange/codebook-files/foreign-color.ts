import { inkOfHex } from '#domain/codebook/ink-hex.ts';
import { readColor } from '#domain/codebook/inks.ts';

/** The names of colours that other programs are known to write. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  brown: '#a52a2a',
  cyan: '#00ffff',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  magenta: '#ff00ff',
  orange: '#ffa500',
  pink: '#ffc0cb',
  purple: '#800080',
  red: '#ff0000',
  white: '#ffffff',
  yellow: '#ffff00',
};

/**
 * A colour as other programs write it (`#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`, a common name, one of our inks) as we store
 * it; transparency is dropped. Null when it is no colour.
 */
export function readForeignColor(text: string): string | null {
  const color = text.trim().toLowerCase();
  const own = readColor(color);
  if (own !== null) return inkOfHex(own);
  if (Object.hasOwn(NAMED, color)) return NAMED[color] ?? null;
  if (/^#[0-9a-f]{3}$/.test(color)) return inkOfHex(color.replace(/[0-9a-f]/g, '$&$&'));
  if (/^#[0-9a-f]{8}$/.test(color)) return inkOfHex(color.slice(0, 7));
  const channels = /^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/][^)]*)?\)$/.exec(color);
  if (!channels) return null;
  const bytes = channels.slice(1, 4).map(Number);
  if (bytes.some((byte) => byte > 255)) return null;
  return inkOfHex(`#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}
