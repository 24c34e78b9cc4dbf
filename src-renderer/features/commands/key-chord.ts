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
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Fn', 'FnLock']);
/** Signs that stand on a key of their own on a layout with Latin letters, and where others keep letters (Cyrillic ю on the full stop). */
const SIGNS: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
};

/**
 * How a key press is written in the table of commands, most likely reading first: `Mod+Shift+K`. A letter is the one that is
 * printed on the key, wherever it lies; a layout without Latin letters is read by where the key lies, so that Ctrl+Z works in
 * Cyrillic or Greek, too. A sign that needs Shift on this layout (`?`, on some `+` or `/`) is read without it first. Empty for
 * a modifier pressed alone, and for AltGr, which types signs.
 */
export function chordsOf(event: PressedKey, isMac: boolean): string[] {
  if (MODIFIERS.has(event.key) || (!isMac && event.ctrlKey && event.altKey)) return [];
  const named = nameOf(event.key);
  const place = placeOf(event, isMac);
  const chords = [];
  if (event.shiftKey && isSign(named)) chords.push(written(event, named, false, isMac));
  chords.push(written(event, named, event.shiftKey, isMac));
  if (place === null || place === named) return chords;
  const placed = written(event, place, event.shiftKey, isMac);
  // Option writes other signs on a Mac: what is printed on the key is known by its place only.
  return isMac && event.altKey ? [placed, ...chords] : [...chords, placed];
}

/** How a key press is kept when a person chooses it: in letters and signs that every layout has where there are some. */
export function heardChord(event: PressedKey, isMac: boolean): string | null {
  const chords = chordsOf(event, isMac);
  return chords.find((chord) => /^[\x20-\x7e]+$/.test(chord)) ?? chords[0] ?? null;
}

function nameOf(key: string): string {
  if (key.length !== 1) return NAMES[key] ?? key;
  const upper = key.toUpperCase();
  return upper.length === 1 ? upper : key;
}

/** What lies here on a layout with Latin letters, where that may be asked; null where the key itself says enough. */
function placeOf({ key, code, altKey }: PressedKey, isMac: boolean): string | null {
  // Digits need Shift on a French layout.
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  // Some keys write two letters at once (Arabic lam-alif); names of keys are Latin.
  const isForeign = /^\p{Letter}/u.test(key) && !/^\p{Script=Latin}/u.test(key);
  const isComposed = isMac && altKey;
  const letter = isForeign || isComposed ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  return letter ?? (isForeign ? (SIGNS[code] ?? null) : null);
}

function isSign(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase() && !/[0-9]/.test(key);
}

function written(event: PressedKey, key: string, isShifted: boolean, isMac: boolean): string {
  const parts = [
    isModPressed(event, isMac) ? 'Mod' : '',
    isMac && event.ctrlKey ? 'Ctrl' : '',
    !isMac && event.metaKey ? 'Meta' : '',
    event.altKey ? 'Alt' : '',
    isShifted ? 'Shift' : '',
    key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

const CHORD = /^(?:Mod\+)?(?:Ctrl\+)?(?:Meta\+)?(?:Alt\+)?(?:Shift\+)?(?:\S|[A-Z][A-Za-z0-9]+)$/u;

/** Whether something from a file is written as chords are. */
export function isChord(text: string): boolean {
  const { key } = partsOf(text);
  return CHORD.test(text) && nameOf(key) === key;
}

export interface ChordParts {
  readonly modifiers: ReadonlySet<string>;
  /** The key itself: `K`, `+`, `F9`, `Up`. */
  readonly key: string;
}

export function partsOf(chord: string): ChordParts {
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
  return chord === '+'
    ? { modifiers: new Set(), key: '+' }
    : { modifiers: new Set(parts.slice(0, -1)), key: parts.at(-1) ?? '' };
}
