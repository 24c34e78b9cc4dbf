import { isModPressed } from '#ui/shortcut-text.ts';

/** What of a key press says which chord it was. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ' ': 'Space',
};
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);

/**
 * How a key press is written in the table of commands, most likely reading first: `Mod+Shift+K`. A layout without Latin letters is read
 * by where the key lies, so that Ctrl+Z works in Cyrillic or Greek, too. A sign that needs Shift on this layout (`?`, on some
 * `+`) is also read without it. Empty for a modifier pressed alone.
 */
export function chordsOf(event: PressedKey, isMac: boolean): string[] {
  if (MODIFIERS.has(event.key)) return [];
  const chords: string[] = [];
  for (const key of keyNames(event)) {
    const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && !/[0-9]/.test(key);
    chords.push(written(event, key, event.shiftKey, isMac));
    if (event.shiftKey && isSign) chords.push(written(event, key, false, isMac));
  }
  return chords;
}

function keyNames({ key, code }: PressedKey): string[] {
  const named = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const isLatin = /^[\x20-\x7e]$/.test(named) || named.length > 1;
  const place = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit([0-9])$/.exec(code)?.[1];
  if (place === undefined || place === named) return [named];
  // On a French layout digits need Shift; on a Cyrillic one there is no Latin letter at all.
  return isLatin && !code.startsWith('Digit') ? [named] : [named, place];
}

function written(event: PressedKey, key: string, isShifted: boolean, isMac: boolean): string {
  const isMod = isModPressed(event);
  const parts = [
    isMod ? 'Mod' : '',
    isMac && event.ctrlKey ? 'Ctrl' : '',
    !isMac && event.metaKey ? 'Meta' : '',
    event.altKey ? 'Alt' : '',
    isShifted ? 'Shift' : '',
    key,
  ];
  return parts.filter((part) => part !== '').join('+');
}
