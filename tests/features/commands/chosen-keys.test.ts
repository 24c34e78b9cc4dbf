import { describe, expect, it } from 'vitest';
import { hasOwnKeys, holdersOf, keysNow, usableKeys, withKeys, withOwnKeys } from '#features/commands/chosen-keys.ts';

describe('keys from a settings file', () => {
  it('keep what can be used and drop unknown commands, rubbish and keys that are refused', () => {
    const stored = { find: ['F20', 'rubbish key', 'F20'], nobody: ['F21'], undo: ['Tab'], redo: [] };
    expect(usableKeys(stored, false)).toEqual({ find: ['F20'], redo: [] });
  });

  it('give a key that is written twice to one command only', () => {
    expect(usableKeys({ undo: ['F20'], find: ['F20', 'F3'] }, false)).toEqual({ undo: ['F20'], find: ['F3'] });
  });
});

describe('choosing keys', () => {
  it('keeps nothing that says what we ship', () => {
    const chosen = withKeys({}, 'find', ['F20'], false);
    expect(chosen).toEqual({ find: ['F20'] });
    expect(withKeys(chosen, 'find', ['Mod+F'], false)).toEqual({});
  });

  it('takes a key from the command that had it, and leaves that its others', () => {
    const chosen = withKeys({}, 'find', ['Mod+Y'], false);
    expect(chosen).toEqual({ find: ['Mod+Y'], redo: ['Mod+Shift+Z'] });
    expect(withKeys({}, 'find', ['Mod+Z'], false)).toEqual({ find: ['Mod+Z'], undo: [] });
  });

  it('takes it from the command that meant it by another reading of the press', () => {
    expect(withKeys({}, 'find', ['Alt+&'], false, ['Alt+&', 'Alt+1'])).toMatchObject({
      find: ['Alt+&'],
      showPassage: [],
    });
  });

  it('gives a command none', () => {
    const now = keysNow(withKeys({}, 'find', [], false), false);
    expect(now.get('find')).toEqual([]);
    expect(hasOwnKeys('find', now, false)).toBe(false);
  });

  it('takes a command its own keys back from whoever has them', () => {
    const taken = withKeys({}, 'find', ['Mod+Z'], false);
    expect(withOwnKeys(taken, 'undo', false)).toEqual({ find: [] });
    expect(withOwnKeys(withOwnKeys(taken, 'undo', false), 'find', false)).toEqual({});
  });

  it('knows who has a key now', () => {
    const now = keysNow({ find: ['Mod+Y'] }, false);
    expect(holdersOf(['Mod+Y'], now, 'undo')).toEqual(['find']);
    expect(holdersOf(['Mod+Y'], now, 'find')).toEqual([]);
    expect(holdersOf(['F20', 'Mod+Shift+Z'], now, 'find')).toEqual(['redo']);
  });
});
