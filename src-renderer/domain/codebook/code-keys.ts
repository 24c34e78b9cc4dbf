import type { Code, CodeId } from '#domain/project/records.ts';

const SHORTCUT = /^[\p{L}\p{Nd}]?$/u;

/** A code's key as it is stored, a single letter or digit of any script in lower case; null for anything else. */
export function readShortcut(key: string): string | null {
  const tidy = key.trim().normalize('NFC');
  if (!SHORTCUT.test(tidy)) return null;
  const lower = tidy.toLowerCase();
  return SHORTCUT.test(lower) ? lower : tidy;
}

/** The code that has a key, whether pressed with Shift or not. */
export function codeWithKey(codes: Iterable<Code>, key: string): Code | undefined {
  const wanted = readShortcut(key);
  if (wanted === null || wanted === '') return undefined;
  for (const code of codes) if (code.shortcut === wanted && code.isCodable) return code;
  return undefined;
}

/** What each digit from 1 to 9 gives: the code that has it as its key, else the recent code with that number. */
export function codesOfDigits(codes: ReadonlyMap<CodeId, Code>, recent: readonly CodeId[]): ReadonlyMap<string, Code> {
  const digits = new Map<string, Code>();
  recent.slice(0, 9).forEach((id, index) => {
    const code = codes.get(id);
    if (code?.isCodable) digits.set(String(index + 1), code);
  });
  for (const code of codes.values()) if (/^[1-9]$/.test(code.shortcut)) digits.set(code.shortcut, code);
  return digits;
}

/** The key to show beside a code: its own, else the digit that gives it as a recent one; empty when there is none. */
export function keyOf(code: Code, digits: ReadonlyMap<string, Code>): string {
  if (code.shortcut !== '') return code.shortcut;
  for (const [digit, { id }] of digits) if (id === code.id) return digit;
  return '';
}
