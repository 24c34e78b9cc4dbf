import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import {
  canChoose,
  choiceRows,
  idOf,
  startOf,
  stepFrom,
  type ChoiceRow,
} from '#features/codebook/chooser/choice-rows.ts';
import { aCode } from '#tests/support/builders.ts';

const id = (text: string): CodeId => text as CodeId;
/** Twelve codes under one, so that the recent ones are shown apart. */
const many: Code[] = [
  aCode({ id: id('all'), name: 'All', position: 1 }),
  ...Array.from({ length: 12 }, (_, at) =>
    aCode({ id: id(`c${at}`), name: `Code ${at}`, parentId: id('all'), position: at + 1 }),
  ),
];
const tree = buildCodeTree(many);
const top = { id: 'top', label: 'At the top' };
const plain = {
  query: '',
  recent: [],
  chosen: null,
  among: null,
  others: [],
  refuse: () => null,
  countOf: () => 0,
} satisfies Parameters<typeof choiceRows>[1];
const shown = (rows: readonly ChoiceRow[]): string[] =>
  rows.map((row) => (row.kind === 'heading' ? `# ${row.of}` : (idOf(row) ?? '')));

describe('the list from which a code is chosen', () => {
  it('begins with what is no code, then the chosen one, then the recent ones, newest first, then all as in the codebook', () => {
    const rows = choiceRows(tree, {
      ...plain,
      others: [top],
      chosen: 'c7',
      recent: [id('c3'), id('c7'), id('c1'), id('gone')],
    });
    expect(shown(rows).slice(0, 8)).toEqual(['top', 'c7', '# recent', 'c3', 'c1', '# all', 'all', 'c0']);
    expect(rows.length).toBe(6 + many.length);
    expect(startOf(rows, 'c7')).toBe(1);
    expect(startOf(rows, 'top')).toBe(0);
  });

  it('tells none of few codes twice', () => {
    const few = buildCodeTree(many.slice(0, 4));
    expect(shown(choiceRows(few, { ...plain, recent: [id('c1')] }))).toEqual(['all', 'c0', 'c1', 'c2']);
  });

  it('offers only what it is to be chosen among', () => {
    const rows = choiceRows(tree, { ...plain, among: new Set([id('c2'), id('c5')]) });
    expect(shown(rows)).toEqual(['c2', 'c5']);
    expect(shown(choiceRows(tree, { ...plain, query: 'code', among: new Set([id('c2')]) }))).toEqual(['c2']);
  });

  it('finds by letters, what cannot be chosen last with its reason, and begins on what can', () => {
    const refuse = ({ id: code }: Code): string | null => (code === 'c1' ? 'this code itself' : null);
    const rows = choiceRows(tree, { ...plain, query: 'code 1', refuse });
    expect(shown(rows)).toEqual(['c10', 'c11', 'c1']);
    expect(rows.map(canChoose)).toEqual([true, true, false]);
    expect(rows.at(-1)).toMatchObject({ refusal: 'this code itself' });
    expect(startOf(rows, null)).toBe(0);
    expect(shown(choiceRows(tree, { ...plain, query: 'top', others: [top] }))).toEqual(['top']);
  });

  it('does not put among the recent ones what cannot be chosen', () => {
    const rows = choiceRows(tree, {
      ...plain,
      recent: [id('c1'), id('c2')],
      refuse: ({ id: code }) => (code === 'c1' ? 'no' : null),
    });
    expect(shown(rows).slice(0, 3)).toEqual(['# recent', 'c2', '# all']);
  });

  it('is walked over its headings, also by pages and to its ends', () => {
    const rows = choiceRows(tree, { ...plain, others: [top], recent: [id('c3')] });
    expect(shown(rows).slice(0, 5)).toEqual(['top', '# recent', 'c3', '# all', 'all']);
    expect([stepFrom(rows, 0, 1), stepFrom(rows, 2, 1), stepFrom(rows, 4, -1), stepFrom(rows, 2, -1)]).toEqual([
      2, 4, 2, 0,
    ]);
    expect([stepFrom(rows, 0, 3), stepFrom(rows, 0, 99), stepFrom(rows, 9, -99), stepFrom(rows, 0, -1)]).toEqual([
      5,
      rows.length - 1,
      0,
      0,
    ]);
  });
});
