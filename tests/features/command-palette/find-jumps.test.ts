import { describe, expect, it } from 'vitest';
import { findJumps, prepareJumps, type JumpTarget } from '#features/command-palette/find-jumps.ts';

function target(kind: JumpTarget['kind'], name: string, detail = ''): JumpTarget {
  return { kind, key: `${kind}:${name}`, name, detail };
}

const targets = [
  target('command', 'Undo', 'Project'),
  target('command', 'Export codings', 'Project'),
  target('source', 'Letters to the editor'),
  target('source', 'Écoles du soir'),
  target('code', 'Safety after dark', 'Reasons for light'),
  target('code', 'Cost', 'Reasons for the dark'),
];
const jumps = prepareJumps(targets);

function found(query: string, recent: readonly string[] = [], limit = 50): string[] {
  return findJumps(jumps, query, recent, limit).map((row) => row.target.name);
}

describe('the palette', () => {
  it('shows everything in its order without a query, what was used last first', () => {
    expect(found('')).toEqual(targets.map(({ name }) => name));
    expect(found(' ', ['code:Cost', 'source:gone', 'command:Undo']).slice(0, 3)).toEqual([
      'Cost',
      'Undo',
      'Export codings',
    ]);
  });

  it('finds by letters of the name, whatever their accents', () => {
    expect(found('expcod')[0]).toBe('Export codings');
    expect(found('ecoles')[0]).toBe('Écoles du soir');
    expect(found('qqqq')).toEqual([]);
  });

  it('finds by the place together with the name, below what is found by its name', () => {
    expect(found('reasons cost')).toEqual(['Cost']);
    expect(found('dark')).toEqual(['Safety after dark', 'Cost']);
  });

  it('puts the one used lately before one that fits as well', () => {
    const twins = prepareJumps([target('code', 'Night bus'), target('code', 'Night bar')]);
    const first = (recent: readonly string[]) => findJumps(twins, 'night b', recent, 9)[0]?.target.name;
    expect(first(['code:Night bar'])).toBe('Night bar');
    expect(first(['code:Night bus'])).toBe('Night bus');
  });

  it('marks what was typed, in order', () => {
    const [row] = findJumps(jumps, 'safety', [], 9);
    expect(row?.marks).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('never shows more than asked for', () => {
    expect(found('', [], 2)).toHaveLength(2);
    expect(found('o', [], 2)).toHaveLength(2);
  });
});
