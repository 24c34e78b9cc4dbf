import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';
import { anyCodes, codeOf } from './code-builder.ts';

const id = (text: string): CodeId => text as CodeId;

describe('the code tree', () => {
  it('lists parents before children, siblings by position, then name', () => {
    const tree = buildCodeTree([
      codeOf('late', { position: 2 }),
      codeOf('zebra', { position: 1 }),
      codeOf('ant', { position: 1 }),
      codeOf('inner', { parent: 'zebra' }),
    ]);
    expect(tree.rows.map(({ code, depth }) => [code.id, depth])).toEqual([
      ['ant', 0],
      ['zebra', 0],
      ['inner', 1],
      ['late', 0],
    ]);
  });

  it('joins the names of a path', () => {
    const tree = buildCodeTree([codeOf('a'), codeOf('b', { parent: 'a' }), codeOf('c', { parent: 'b' })]);
    expect(tree.pathOf(id('c'))).toBe('a > b > c');
  });

  it('knows what stands below a code and what does not', () => {
    const tree = buildCodeTree([codeOf('a'), codeOf('b', { parent: 'a' }), codeOf('c', { parent: 'b' }), codeOf('d')]);
    expect(tree.descendantsOf(id('a')).map((code) => code.id)).toEqual(['b', 'c']);
    expect([tree.isInside(id('c'), id('a')), tree.isInside(id('a'), id('a')), tree.isInside(id('d'), id('a'))]).toEqual(
      [true, true, false],
    );
  });

  it('makes roots of codes on a circle and keeps what hangs on them', () => {
    const tree = buildCodeTree([
      codeOf('a', { parent: 'b' }),
      codeOf('b', { parent: 'a' }),
      codeOf('tail', { parent: 'b' }),
      codeOf('self', { parent: 'self' }),
      codeOf('orphan', { parent: 'gone' }),
    ]);
    expect(tree.roots.map((code) => code.id)).toEqual(['a', 'b', 'orphan', 'self']);
    expect(tree.parentOf(id('tail'))).toBe('b');
  });

  it('shows every code exactly once, whatever the parents say', () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const shown = buildCodeTree(codes).rows.map(({ code }) => code.id);
        expect([...shown].sort()).toEqual(codes.map((code) => code.id).sort());
      }),
    );
  });

  it('agrees with the walk up the parents about what is inside what', () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const tree = buildCodeTree(codes);
        for (const { id: outer } of codes) {
          const below = new Set(tree.descendantsOf(outer).map((code) => code.id));
          for (const { id: inner } of codes) {
            let above: CodeId | null = inner;
            while (above !== null && above !== outer) above = tree.parentOf(above);
            expect(tree.isInside(inner, outer)).toBe(above === outer);
            expect(below.has(inner)).toBe(above === outer && inner !== outer);
          }
        }
      }),
    );
  });

  it('bears a chain of 20,000 codes', () => {
    const codes = Array.from({ length: 20_000 }, (_, index) =>
      codeOf(`c${index}`, { parent: index ? `c${index - 1}` : null }),
    );
    expect(buildCodeTree(codes).rows.at(-1)?.depth).toBe(19_999);
  });
});
