import { describe, expect, it } from 'vitest';
import { findMatching, linesOf, withAncestors, type LineOptions } from '#domain/codebook/code-lines.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';
import { codeOf } from './code-builder.ts';

const tree = buildCodeTree([
  codeOf('z', { name: 'Zeit', position: 1 }),
  codeOf('z2', { name: 'Später', parent: 'z', position: 1, aliases: ['Delay'] }),
  codeOf('z1', { name: 'früher', parent: 'z', position: 2 }),
  codeOf('a', { name: 'Arbeit', position: 2, definition: 'Was zu tun ist' }),
]);

function lines(options: Partial<LineOptions> = {}): string[] {
  const all = { collapsed: new Set<CodeId>(), shown: null, order: 'codebook', countOf: () => 0, ...options } as const;
  return linesOf(tree, all).map(({ code, depth, position, siblings }) => `${code.id}:${depth} ${position}/${siblings}`);
}

describe('the lines of the codebook', () => {
  it('stand in its order, without what is collapsed', () => {
    expect(lines()).toEqual(['z:0 1/2', 'z2:1 1/2', 'z1:1 2/2', 'a:0 2/2']);
    expect(lines({ collapsed: new Set(['z' as CodeId]) })).toEqual(['z:0 1/2', 'a:0 2/2']);
  });

  it('can be sorted by name or number of codings among siblings', () => {
    expect(lines({ order: 'name' })).toEqual(['a:0 1/2', 'z:0 2/2', 'z1:1 1/2', 'z2:1 2/2']);
    expect(lines({ order: 'codings', countOf: (id) => (id === 'z1' ? 3 : 0) })[1]).toBe('z1:1 1/2');
  });

  it('keep the ancestors of what is shown', () => {
    expect(lines({ shown: withAncestors(tree, new Set(['z1' as CodeId])) })).toEqual(['z:0 1/1', 'z1:1 1/1']);
  });
});

describe('the filter', () => {
  const found = (query: string): string[] => [...findMatching(tree, query)];

  it('looks in names, paths, other names and definitions, and minds neither case nor accents', () => {
    expect(found('SPAT')).toEqual(['z2']);
    expect(found('zeit fru')).toEqual(['z1']);
    expect(found('delay')).toEqual(['z2']);
    expect(found('zu tun')).toEqual(['a']);
    expect(found('nichts davon')).toEqual([]);
  });
});
