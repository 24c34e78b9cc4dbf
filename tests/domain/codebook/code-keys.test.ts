import { describe, expect, it } from 'vitest';
import { codesOfDigits, codeWithKey, keyOf, readShortcut } from '#domain/codebook/code-keys.ts';
import { inVivoName } from '#domain/codebook/in-vivo-name.ts';
import { readNewCode } from '#domain/codebook/new-code-entry.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { aCode } from '#tests/support/builders.ts';

const code = (id: string, fields: Partial<Code> = {}): Code => aCode({ id: id as CodeId, name: id, ...fields });

describe('a code’s key', () => {
  it('is a letter or digit of any script, stored in lower case', () => {
    expect(['A', 'ж', 'Ñ', 'N\u0303', '7', '٣', '語', ''].map(readShortcut)).toEqual([
      'a',
      'ж',
      'ñ',
      'ñ',
      '7',
      '٣',
      '語',
      '',
    ]);
    expect(['ab', '+', ' .', '😀', 'ก็'].map(readShortcut)).toEqual([null, null, null, null, null]);
  });

  it('is found with Shift or without, but not on a code that cannot be given', () => {
    const codes = [code('group', { shortcut: 'b', isCodable: false }), code('one', { shortcut: 'a' })];
    expect(codeWithKey(codes, 'A')?.id).toBe('one');
    expect(codeWithKey(codes, 'b')).toBeUndefined();
    expect(codeWithKey(codes, '')).toBeUndefined();
  });

  it('of a digit is its own code, else the recent code with that number', () => {
    const codes = new Map([code('pinned', { shortcut: '2' }), code('x'), code('y')].map((one) => [one.id, one]));
    const digits = codesOfDigits(codes, ['x', 'y', 'gone', 'x'] as CodeId[]);
    expect([...digits].map(([digit, { id }]) => [digit, id])).toEqual([
      ['1', 'x'],
      ['2', 'pinned'],
      ['4', 'x'],
    ]);
    expect([...codes.values()].map((one) => keyOf(one, digits))).toEqual(['2', '1', '']);
  });
});

describe('a code typed where codes are looked for', () => {
  const tree = buildCodeTree([
    code('Reasons'),
    code('Cost', { parentId: 'Reasons' as CodeId }),
    code('Twice'),
    code('twice', { parentId: 'Cost' as CodeId }),
  ]);
  const read = (entry: string): unknown => {
    const outcome = readNewCode(tree, entry);
    return outcome.ok ? outcome.value : outcome.problem.code;
  };

  it('goes under the parent that stands before it, by path or by name', () => {
    expect(read(' Light ')).toEqual({ name: 'Light', parentId: null });
    expect(read('reasons > Light')).toEqual({ name: 'Light', parentId: 'Reasons' });
    expect(read('Reasons>Cost>Light')).toEqual({ name: 'Light', parentId: 'Cost' });
    expect(read('cost > Light')).toEqual({ name: 'Light', parentId: 'Cost' });
    expect(read('Twice > Light')).toEqual({ name: 'Light', parentId: 'Twice' });
  });

  it('is declined where the parent is none, or the name is empty or taken', () => {
    expect(read('Nobody > Light')).toBe('parentUnknown');
    expect(read('Reasons > ')).toBe('codeNameEmpty');
    expect(read('Reasons > cost')).toBe('codeNameTaken');
  });
});

describe('a name in the text’s own words', () => {
  it('has single spaces and no marks around it', () => {
    expect(inVivoName('  “the dark\n  is ours”, ')).toBe('the dark is ours');
    expect(inVivoName('…?!')).toBe('');
  });

  it('is cut after a word where it is too long, and never inside a character', () => {
    const long = inVivoName('one two three four five six seven eight nine ten eleven twelve thirteen');
    expect(long).toBe('one two three four five six seven eight nine ten eleven…');
    expect(inVivoName('👩‍🌾'.repeat(80))).toBe(`${'👩‍🌾'.repeat(59)}…`);
  });
});
