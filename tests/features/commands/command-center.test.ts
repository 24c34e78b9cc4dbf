import { describe, expect, it, vi } from 'vitest';
import { CommandCenter } from '#features/commands/command-center.ts';
import { commandIds, commandList } from '#features/commands/command-list.ts';
import type { PressedKey } from '#features/commands/key-chord.ts';
import { refusalOf } from '#features/commands/reserved-keys.ts';
import { ownKeysOf } from '#features/commands/chosen-keys.ts';
import { english } from '#i18n/english/index.ts';

function press(key: string, fields: Partial<PressedKey> = {}): PressedKey {
  return { key, code: '', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...fields };
}

describe('the table of commands', () => {
  it('has words for each command and a command for each word', () => {
    expect(Object.keys(english.commands).sort()).toEqual([...commandIds].sort());
  });

  it.each([false, true])('gives no key to two commands (Mac: %s)', (isMac) => {
    const keys = commandIds.flatMap((id) => ownKeysOf(id, isMac));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it.each([false, true])('takes no key that it refuses to a person (Mac: %s)', (isMac) => {
    const refused = commandIds.flatMap((id) =>
      ownKeysOf(id, isMac).flatMap((key) => {
        const refusal = refusalOf(key, commandList[id].scope, isMac);
        return refusal ? [`${id} ${key}: ${refusal}`] : [];
      }),
    );
    expect(refused).toEqual([]);
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

  it('tells what was run, and not what could not be', () => {
    const center = new CommandCenter(false);
    const heard = vi.fn();
    center.subscribeToRuns(heard);
    center.register('find', { run: () => undefined, isEnabled: true });
    center.register('undo', { run: () => undefined, isEnabled: false });
    center.run('find');
    center.run('undo');
    expect(heard.mock.calls).toEqual([['find']]);
  });

  it('takes chosen keys in place of its own', () => {
    const center = new CommandCenter(false);
    center.chooseKeys({ find: ['F20'] });
    expect(center.commandFor(press('F20'), 'window')).toBe('find');
    expect(center.commandFor(press('f', { ctrlKey: true }), 'window')).toBeNull();
  });

  it('lets no rubbish of a settings file near its keys', () => {
    const center = new CommandCenter(false);
    center.chooseKeys({ gone: ['F20'], find: ['f20', 'Mod+', 'Mod+Shift+g'], undo: ['K'], redo: ['F21', 'Tab'] });
    expect(center.keysOf('find')).toEqual(['Mod+F']);
    expect(center.keysOf('undo')).toEqual(['Mod+Z']);
    expect(center.keysOf('redo')).toEqual(['F21']);
    expect(center.commandFor(press('F20'), 'window')).toBeNull();
  });

  it('leaves a command without its own key while another has been given it', () => {
    const center = new CommandCenter(false);
    center.chooseKeys({ newCode: ['Mod+F'] });
    expect(center.commandFor(press('f', { ctrlKey: true }), 'window')).toBe('newCode');
    expect(center.keysOf('find')).toEqual([]);
  });

  it('tells when keys or what can be done change', () => {
    const center = new CommandCenter(false);
    const listener = vi.fn();
    center.subscribe(listener);
    center.chooseKeys({});
    const leave = center.register('find', { run: () => undefined, isEnabled: true });
    leave();
    expect(listener).toHaveBeenCalledTimes(3);
  });
});
