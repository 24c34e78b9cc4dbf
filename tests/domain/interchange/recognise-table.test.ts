import { describe, expect, it } from 'vitest';
import { recogniseTable } from '#domain/interchange/recognise-table.ts';
import { parseTable } from './table-builder.ts';

const recognised = (csv: string): unknown => recogniseTable(parseTable(csv));

describe('recognising a table', () => {
  it('knows ours by the format column', () => {
    expect(recognised('a,format\nx,postil-codings/1+guarded\n')).toEqual({
      kind: 'codings',
      layout: 'postil',
      isGuarded: true,
    });
    expect(recognised('\uFEFFa,Format \n,\nx,postil-codebook/1\n')).toEqual({
      kind: 'codebook',
      layout: 'postil',
      isGuarded: false,
    });
  });

  it('refuses a format that is newer than it knows', () => {
    for (const format of ['postil-codings/2', 'postil-codings/2+guarded', 'postil-codebook/1+packed']) {
      expect(recognised(`a,format\nx,${format}\n`)).toEqual({
        kind: 'refused',
        problem: { code: 'formatTooNew', params: { format } },
      });
    }
  });

  it('knows the tables of Taguette by their header', () => {
    const codebook = { kind: 'codebook', layout: 'taguette', isGuarded: false };
    expect(recognised('id,document,tag,content\n')).toEqual({ ...codebook, kind: 'codings' });
    expect(recognised('tag,description,number of highlights,number of documents\n')).toEqual(codebook);
    expect(recognised('tag,description,number of highlights\n')).toEqual(codebook);
    expect(recognised('Path\n')).toEqual(codebook);
  });

  it('takes no other table for a codebook', () => {
    expect(recognised('name,age\n')).toEqual({ kind: 'unknown' });
    expect(recognised('name,path\n')).toEqual({ kind: 'unknown' });
    expect(recognised('')).toEqual({ kind: 'unknown' });
    expect(recognised('a,format\nx,postil-sources/1\n')).toEqual({ kind: 'unknown' });
  });
});
