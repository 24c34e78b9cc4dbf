import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formatCsvRow, guard, unguard, type Guarding } from '#domain/interchange/csv-format.ts';

const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', 'a', ' ', '😀', 'א') }),
);
const anyGuarding = fc.constantFrom<Guarding>('guarded', 'raw');

describe('writing CSV', () => {
  it('quotes only where needed and ends with CRLF', () => {
    expect(formatCsvRow(['a b', 'a,b', 'say "x"', 'two\nlines', '', 7, 0.5], 'raw')).toBe(
      'a b,"a,b","say ""x""","two\nlines",,7,0.5\r\n',
    );
  });

  it('puts an apostrophe before what a spreadsheet would run, unless raw', () => {
    const cells = ['=1', '+1', '-1', '@a', '\ta', '\ra', 'a=1', ' =1', "'a", "'=1", "''-"];
    expect(cells.map(guard)).toEqual(["'=1", "'+1", "'-1", "'@a", "'\ta", "'\ra", 'a=1', ' =1', "'a", "''=1", "'''-"]);
    expect(formatCsvRow(['=1', "'=1"], 'raw')).toBe("=1,'=1\r\n");
  });

  it('takes off exactly what it has put on', () => {
    fc.assert(
      fc.property(anyCell, (text) => {
        expect(unguard(guard(text))).toBe(text);
      }),
    );
  });

  it('leaves no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(anyCell, (text) => {
        expect(guard(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('is read back by another parser as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, anyCell, anyCell), { minLength: 1 }), anyGuarding, (rows, guarding) => {
        const csv = rows.map((row) => formatCsvRow(row, guarding)).join('');
        const { data } = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' });
        const read = data.slice(0, -1).map((row) => (guarding === 'guarded' ? row.map(unguard) : row));
        expect(read).toEqual(rows);
      }),
    );
  });
});
