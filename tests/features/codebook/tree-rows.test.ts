import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, type CodeLine } from '#domain/codebook/code-lines.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';
import { endsOf, rowsInPage, scrolledTo } from '#features/codebook/tree/sticking-rows.ts';
import { branchKey, lineAfter, selectTo } from '#features/codebook/tree/tree-keys.ts';
import type { PanelView } from '#features/codebook/panel-state.ts';
import { anyTree } from '#tests/domain/codebook/code-builder.ts';
import { aCode } from '#tests/support/builders.ts';

const id = (text: string): CodeId => text as CodeId;
const none: ReadonlySet<CodeId> = new Set();
const codes = [
  aCode({ id: id('a'), name: 'a', position: 1 }),
  aCode({ id: id('a1'), name: 'a1', parentId: id('a'), position: 1 }),
  aCode({ id: id('a1x'), name: 'a1x', parentId: id('a1'), position: 1 }),
  aCode({ id: id('a1y'), name: 'a1y', parentId: id('a1'), position: 2 }),
  aCode({ id: id('a2'), name: 'a2', parentId: id('a'), position: 2 }),
  aCode({ id: id('b'), name: 'b', position: 2 }),
];
const linesWith = (collapsed: ReadonlySet<CodeId>, of = codes): CodeLine[] =>
  linesOf(buildCodeTree(of), { collapsed, shown: null, order: 'codebook', countOf: () => 0 });
const lines = linesWith(none);
const view = { selected: none, focused: null, anchor: null, collapsed: none } as PanelView;

describe('the keys of the tree', () => {
  it('lead line by line, by pages and to the ends, never beyond', () => {
    expect(
      ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'x'].map((key) => lineAfter(key, lines, 2)),
    ).toEqual([3, 1, 5, 0, 0, 5, null]);
    expect(lineAfter('ArrowUp', lines, 0)).toBe(0);
  });

  it('open a closed group, then lead into it; close an open one, then lead to the one above', () => {
    expect(branchKey('ArrowRight', linesWith(new Set([id('a')])), 0, new Set([id('a')]))).toEqual({ collapsed: none });
    expect(branchKey('ArrowRight', lines, 0, none)).toEqual({ line: 1 });
    expect(branchKey('ArrowRight', lines, 2, none)).toBeNull();
    expect(branchKey('ArrowLeft', lines, 1, none)).toEqual({ collapsed: new Set(['a1']) });
    expect(branchKey('ArrowLeft', lines, 3, none)).toEqual({ line: 1 });
    expect(branchKey('ArrowLeft', lines, 5, none)).toBeNull();
  });

  it('mark one, one more, and all from where the marking began', () => {
    const alone = selectTo(lines, view, 1, 'alone');
    expect(alone).toEqual({ focused: 'a1', anchor: 'a1', selected: new Set(['a1']) });
    const range = selectTo(lines, { ...view, ...alone }, 3, 'range');
    expect([...(range.selected ?? [])]).toEqual(['a1', 'a1x', 'a1y']);
    expect(selectTo(lines, { ...view, ...alone, ...range }, 0, 'range').selected).toEqual(new Set(['a', 'a1']));
    const more = selectTo(lines, { ...view, ...alone }, 5, 'toggle');
    expect(more.selected).toEqual(new Set(['a1', 'b']));
    expect(selectTo(lines, { ...view, ...more }, 5, 'toggle').selected).toEqual(new Set(['a1']));
    expect(selectTo(lines, view, 5, 'focusOnly')).toEqual({ focused: 'b' });
    expect(selectTo(lines, view, 99, 'alone')).toEqual({});
  });
});

describe('groups that stick above their codes', () => {
  it('reach down to the last code below them', () => {
    expect(endsOf(lines)).toEqual([5, 4, 3, 4, 5, 6]);
  });

  it('are in the page with the first row in view, and so is the row with the keyboard with its own', () => {
    expect(rowsInPage(lines, [3, 4], 5)).toEqual([0, 1, 3, 4, 5]);
    expect(rowsInPage(lines, [5], 2)).toEqual([0, 1, 2, 5]);
    expect(rowsInPage(lines, [5], -1)).toEqual([5]);
  });

  it('never cover the row that is scrolled to', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(11), fc.nat(400), (any, at, scrolled) => {
        const all = linesWith(none, any);
        fc.pre(all.length > 0);
        const index = at % all.length;
        const [row, room] = [27, 120];
        const covered = Math.min(all[index]?.depth ?? 0, 2) * row;
        const now = scrolledTo(index * row, row, scrolled, room, covered);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(index * row - now >= covered || now === 0).toBe(true);
        expect((index + 1) * row).toBeLessThanOrEqual(now + room);
      }),
    );
  });
});
