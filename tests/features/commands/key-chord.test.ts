import { describe, expect, it } from 'vitest';
import { chordsOf, heardChord, isChord, partsOf, type PressedKey } from '#features/commands/key-chord.ts';

/** `Ctrl+Shift key@code`, as Chromium reports it. */
function press(described: string): PressedKey {
  const [modifiers = '', pressed = ''] = described.split(' ');
  const at = pressed.lastIndexOf('@');
  const held = modifiers.split('+');
  return {
    key: pressed.slice(0, at),
    code: pressed.slice(at + 1),
    shiftKey: held.includes('Shift'),
    altKey: held.includes('Alt'),
    ctrlKey: held.includes('Ctrl'),
    metaKey: held.includes('Cmd'),
  };
}

describe('a chord', () => {
  it('is written as in the table, modifiers in one order', () => {
    expect(chordsOf(press('Shift+Ctrl Z@KeyZ'), false)).toEqual(['Mod+Shift+Z']);
    expect(chordsOf(press('Alt ArrowUp@ArrowUp'), false)).toEqual(['Alt+Up']);
    expect(chordsOf(press('- F9@F9'), false)).toEqual(['F9']);
  });

  it('is nothing while only modifiers are down', () => {
    expect(chordsOf(press('Ctrl Control@ControlLeft'), false)).toEqual([]);
    expect(chordsOf(press('- AltGraph@AltRight'), false)).toEqual([]);
  });

  it('is Command on a Mac, and Control beside it', () => {
    expect(chordsOf(press('Cmd k@KeyK'), true)).toEqual(['Mod+K']);
    expect(chordsOf(press('Ctrl k@KeyK'), true)).toEqual(['Ctrl+K']);
    expect(chordsOf(press('Cmd k@KeyK'), false)).toEqual(['Meta+K']);
  });
});

/** A press on a layout, the chord in our table it has to be found by, and the one it is kept as. */
const layouts: readonly (readonly [layout: string, pressed: string, found: string, kept: string])[] = [
  ['US: question mark', 'Ctrl+Shift ?@Slash', 'Mod+?', 'Mod+?'],
  ['US: plus', 'Ctrl+Shift +@Equal', 'Mod++', 'Mod++'],
  ['US: Caps Lock is on', 'Ctrl Z@KeyZ', 'Mod+Z', 'Mod+Z'],
  ['German: Z lies on Y', 'Ctrl z@KeyY', 'Mod+Z', 'Mod+Z'],
  ['German: slash needs Shift and lies on 7', 'Ctrl+Shift /@Digit7', 'Mod+/', 'Mod+/'],
  ['German: plus has a key', 'Ctrl +@BracketRight', 'Mod++', 'Mod++'],
  ['German: minus lies on slash', 'Ctrl -@Slash', 'Mod+-', 'Mod+-'],
  ['German: umlaut', 'Ctrl ö@Semicolon', 'Mod+Ö', 'Mod+Ö'],
  ['German: sharp s has no capital of one letter', 'Ctrl ß@Minus', 'Mod+ß', 'Mod+ß'],
  ['French: A lies on Q', 'Ctrl a@KeyQ', 'Mod+A', 'Mod+A'],
  ['French: digits need Shift', 'Alt &@Digit1', 'Alt+1', 'Alt+&'],
  ['French: zero is an accented letter', 'Ctrl à@Digit0', 'Mod+0', 'Mod+0'],
  ['French: minus lies on 6', 'Ctrl -@Digit6', 'Mod+-', 'Mod+-'],
  ['French: full stop needs Shift', 'Ctrl+Shift .@Comma', 'Mod+.', 'Mod+.'],
  ['French: comma lies on M', 'Ctrl ,@KeyM', 'Mod+,', 'Mod+,'],
  ['French: slash needs Shift', 'Ctrl+Shift /@Period', 'Mod+/', 'Mod+/'],
  ['Russian: by place', 'Ctrl я@KeyZ', 'Mod+Z', 'Mod+Z'],
  ['Russian: with Shift', 'Ctrl+Shift Я@KeyZ', 'Mod+Shift+Z', 'Mod+Shift+Z'],
  ['Russian: comma where a letter lies', 'Ctrl б@Comma', 'Mod+,', 'Mod+,'],
  [
    'Russian: a letter on the full stop with Shift stays with Shift',
    'Ctrl+Shift Ю@Period',
    'Mod+Shift+.',
    'Mod+Shift+.',
  ],
  ['Russian: full stop has a key', 'Ctrl .@Slash', 'Mod+.', 'Mod+.'],
  ['Greek: by place', 'Ctrl ζ@KeyZ', 'Mod+Z', 'Mod+Z'],
  ['Greek: Alt', 'Alt 1@Digit1', 'Alt+1', 'Alt+1'],
  ['Hebrew: by place', 'Ctrl כ@KeyF', 'Mod+F', 'Mod+F'],
  ['Arabic: two letters on one key', 'Ctrl لا@KeyB', 'Mod+B', 'Mod+B'],
  ['Dvorak: Z lies on the slash', 'Ctrl z@Slash', 'Mod+Z', 'Mod+Z'],
  ['Dvorak: full stop lies on E', 'Ctrl .@KeyE', 'Mod+.', 'Mod+.'],
  ['Turkish: dotless i', 'Ctrl ı@KeyI', 'Mod+I', 'Mod+I'],
];

describe('a layout', () => {
  it.each(layouts)('%s', (_, pressed, found, kept) => {
    expect(chordsOf(press(pressed), false)).toContain(found);
    expect(heardChord(press(pressed), false)).toBe(kept);
    expect(isChord(kept)).toBe(true);
  });

  it('with Latin letters is never read by the place of another', () => {
    expect(chordsOf(press('Ctrl z@KeyY'), false)).not.toContain('Mod+Y');
    expect(chordsOf(press('Ctrl ;@KeyZ'), false)).toEqual(['Mod+;']);
    expect(chordsOf(press('Ctrl ğ@KeyE'), false)).toEqual(['Mod+Ğ']);
    expect(chordsOf(press('Ctrl ü@BracketLeft'), false)).toEqual(['Mod+Ü']);
  });

  it('types signs with AltGr, on Windows told as Ctrl and Alt', () => {
    expect(chordsOf(press('Ctrl+Alt @@KeyQ'), false)).toEqual([]);
    expect(chordsOf(press('Ctrl+Alt €@KeyE'), false)).toEqual([]);
    expect(chordsOf(press('- €@KeyE'), false)).toEqual(['€']);
  });

  it('has dead keys, which say nothing of what will be written', () => {
    expect(chordsOf(press('Ctrl Dead@BracketLeft'), false)).toEqual(['Mod+Dead']);
    expect(chordsOf(press('Alt Dead@KeyN'), true)[0]).toBe('Alt+N');
  });

  it('writes other signs with Option on a Mac, where the place counts', () => {
    expect(chordsOf(press('Alt ¡@Digit1'), true)[0]).toBe('Alt+1');
    expect(chordsOf(press('Alt å@KeyA'), true)[0]).toBe('Alt+A');
    expect(chordsOf(press('Alt @@KeyL'), true)[0]).toBe('Alt+L');
    expect(heardChord(press('Alt ∑@KeyW'), true)).toBe('Alt+W');
  });
});

describe('a written chord', () => {
  it.each(['Mod+Shift+K', 'F9', 'Mod++', 'Alt+Up', '+', 'Ctrl+Alt+Ö'])('is %s', (chord) => {
    expect(isChord(chord)).toBe(true);
  });

  it.each(['', 'Mod+', 'Mod+k', 'Shift+Mod+K', 'Mod + K', 'Hyper+K', 'Mod+K+L', 'mod+K'])('is not “%s”', (chord) => {
    expect(isChord(chord)).toBe(false);
  });

  it('is taken apart, also where plus is the key', () => {
    expect(partsOf('Mod++')).toEqual({ modifiers: new Set(['Mod']), key: '+' });
    expect(partsOf('+')).toEqual({ modifiers: new Set(), key: '+' });
    expect(partsOf('Mod+Shift+F9')).toEqual({ modifiers: new Set(['Mod', 'Shift']), key: 'F9' });
  });
});
