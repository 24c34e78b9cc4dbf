import { describe, expect, it } from 'vitest';
import { refusalOf, type Refusal } from '#features/commands/reserved-keys.ts';

const everywhere: readonly (readonly [chord: string, Refusal])[] = [
  ['K', 'typing'],
  ['Shift+K', 'typing'],
  ['7', 'typing'],
  ['?', 'typing'],
  ['+', 'typing'],
  ['Delete', 'erasing'],
  ['Left', 'caret'],
  ['Shift+Left', 'caret'],
  ['Mod+Shift+Right', 'caret'],
  ['Home', 'caret'],
  ['PageDown', 'caret'],
  ['Tab', 'controls'],
  ['Shift+Tab', 'controls'],
  ['Enter', 'controls'],
  ['Escape', 'controls'],
  ['Space', 'controls'],
  ['Mod+C', 'clipboard'],
  ['Mod+A', 'clipboard'],
  ['Insert', 'assistive'],
  ['Shift+Insert', 'assistive'],
  ['CapsLock', 'assistive'],
  ['Alt+Tab', 'system'],
  ['AudioVolumeUp', 'system'],
  ['Mod+Dead', 'unreadable'],
];

describe('a key that no command can have', () => {
  it.each(everywhere)('%s: %s', (chord, refusal) => {
    expect(refusalOf(chord, 'window', false)).toBe(refusal);
    expect(refusalOf(chord, 'window', true)).toBe(refusal);
  });

  it('is what types with AltGr, and what VoiceOver listens to', () => {
    expect(refusalOf('Mod+Alt+K', 'window', false)).toBe('altGr');
    expect(refusalOf('Ctrl+Alt+K', 'window', true)).toBe('assistive');
  });

  it('is another on a Mac', () => {
    expect(refusalOf('Alt+Left', 'window', false)).toBeNull();
    expect(refusalOf('Alt+Left', 'window', true)).toBe('caret');
    expect(refusalOf('Mod+Q', 'window', false)).toBeNull();
    expect(refusalOf('Mod+Q', 'window', true)).toBe('system');
    expect(refusalOf('Meta+K', 'window', false)).toBe('system');
    expect(refusalOf('Ctrl+K', 'window', true)).toBeNull();
  });
});

describe('a key that a command can have', () => {
  it.each(['Mod+K', 'Mod+Shift+K', 'Alt+K', 'F5', 'Shift+F9', 'Mod+Enter', 'Mod+1', 'Mod+ß', 'Mod+.'])(
    '%s',
    (chord) => {
      expect(refusalOf(chord, 'window', false)).toBeNull();
    },
  );

  it('is what erases, in the text only, where there is nothing to erase', () => {
    expect(refusalOf('Delete', 'text', false)).toBeNull();
    expect(refusalOf('Mod+Backspace', 'window', false)).toBe('erasing');
  });
});
