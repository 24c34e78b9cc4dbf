import { expect, test } from 'vitest';
import { keysNow } from '#features/commands/chosen-keys.ts';
import { commandIds } from '#features/commands/command-list.ts';
import { findCommands, hasWords } from '#features/commands/find-commands.ts';
import { english } from '#i18n/english/index.ts';

function found(query: string): string[] {
  return findCommands(query, keysNow({}, false), (id) => english.commands[id]).flatMap(({ ids }) => ids);
}

test('the sheet finds all commands without a query, each once', () => {
  expect(found('').toSorted()).toEqual(commandIds.toSorted());
});

test('the sheet finds a command by words of its name in any order, and by its keys as they are printed', () => {
  expect(found('codings export')).toEqual(['exportCodings']);
  expect(found('ctrl ,')).toEqual(['settings']);
  expect(found('no such thing')).toEqual([]);
});

test('case and accents do not count', () => {
  expect(hasWords('Éxporter les codages', 'exporter')).toBe(true);
  expect(hasWords('Export', 'éxp')).toBe(true);
});
