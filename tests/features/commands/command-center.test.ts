import { describe, expect, it, vi } from 'vitest';
import { CommandCenter } from '#features/commands/command-center.ts';
import { commandIds, commandList } from '#features/commands/command-list.ts';
import { chordsOf, type PressedKey } from '#features/commands/key-chord.ts';
import { english } from '#i18n/english/index.ts';

function press(key: string, fields: Partial<PressedKey> = {}): PressedKey {
  return { key, code: '', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...fields };
}

describe('a chord', () => {
  it('is written as in the table, modifiers in one order', () => {
    expect(chordsOf(press('Z', { ctrlKey: true, shiftKey: true, code: 'KeyZ' }), false)).toEqual(['Mod+Shift+Z']);
    expect(chordsOf(press('ArrowUp', { altKey: true }), false)).toEqual(['Alt+Up']);
    expect(chordsOf(press('Control', { ctrlKey: true }), false)).toEqual([]);
  });

  it('is found by the place of the key where the layout has no Latin letters', () => {
    expect(chordsOf(press('я', { ctrlKey: true, code: 'KeyZ' }), false)).toContain('Mod+Z');
  });

  it('is found by the letter, not the place, on a Latin layout that lies otherwise', () => {
    expect(chordsOf(press('z', { ctrlKey: true, code: 'KeyY' }), false)).toEqual(['Mod+Z']);
  });

  it('is found by the place of a digit that needs Shift', () => {
    expect(chordsOf(press('&', { altKey: true, code: 'Digit1' }), false)).toContain('Alt+1');
  });
});

describe('the table of commands', () => {
  it('has words for each command and a command for each word', () => {
    expect(Object.keys(english.commands).sort()).toEqual([...commandIds].sort());
  });

  it('gives no key to two commands', () => {
    const keys = commandIds.flatMap((id) => commandList[id].keys);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});

describe('the command center', () => {
  it('runs what was registered last, and what was before when that is gone', () => {
    const center = new CommandCenter(false);
    const [first, second] = [vi.fn(), vi.fn()];
    center.register('find', { run: first, isEnabled: true });
    const leave = center.register('find', { run: second, isEnabled: true });
    center.run('find');
    leave();
    center.run('find');
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  });

  it('does nothing for a command that is not enabled', () => {
    const center = new CommandCenter(false);
    const run = vi.fn();
    center.register('find', { run, isEnabled: false });
    expect(center.run('find')).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });

  it('takes chosen keys in place of its own', () => {
    const center = new CommandCenter(false);
    center.chooseKeys({ find: ['Mod+G'] });
    expect(center.commandFor(press('g', { ctrlKey: true }), 'window')).toBe('find');
    expect(center.commandFor(press('f', { ctrlKey: true }), 'window')).toBeNull();
  });
});
