import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeSet } from '#domain/project/records.ts';
import { isBlankRow, TableColumns, type Table } from '../read-table.ts';
import type { ForeignCodeSet } from './read-qdc.ts';

/**
 * What a workbook of ours holds beside its codes, which stand on the first sheet: that one is all that other programs look at. Sheets
 * are known by their last column, as tables are, whatever somebody has called them.
 */
export interface BesideCodes {
  readonly sets: readonly ForeignCodeSet[];
  /** Undefined where the file says nothing of it. */
  readonly introduction: string | undefined;
}

const formats = { sets: 'postil-sets/1', introduction: 'postil-introduction/1' } as const;

/** A sheet of a workbook, its header first. */
interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A row for each code in a set, one without a code for a set that has none. */
export function setsSheet(sets: readonly CodeSet[], tree: CodeTree): SheetToWrite {
  const rows = sets.flatMap(({ id, name, description, codeIds }) => {
    const members = codeIds.filter((code) => tree.has(code));
    const row = (tag: string, codeId: string): string[] => [name, description, tag, codeId, id, formats.sets];
    return members.length > 0 ? members.map((code) => row(tree.pathOf(code), code)) : [row('', '')];
  });
  return { name: 'sets', rows: [['set', 'set_description', 'tag', 'code_id', 'set_id', 'format'], ...rows] };
}

/** A row for each line, so that what is longer than a cell can be is cut as seldom as may be. */
export function introductionSheet(introduction: string): SheetToWrite {
  const lines = introduction.split('\n').map((line) => [line, formats.introduction]);
  return { name: 'introduction', rows: [['introduction', 'format'], ...lines] };
}

/**
 * Codes in a set are named by id, and by path in a row that somebody has written.
 *
 * @param sheets of a workbook whose codes are ours
 */
export function readBesideCodes(sheets: readonly Table[]): BesideCodes {
  const of = (format: string): Table[] => sheets.filter((sheet) => isStamped(sheet, format));
  return {
    sets: of(formats.sets).flatMap(readSets),
    introduction: of(formats.introduction).map(readIntroduction)[0],
  };
}

function isStamped({ header, rows }: Table, format: string): boolean {
  const { column } = columnsIn(header);
  return rows.some((row) => column('format')(row).trim() === format);
}

function columnsIn(header: readonly string[]): Pick<TableColumns, 'column'> {
  const columns = new TableColumns(header, false);
  return { column: (name) => columns.column(name) };
}

function readIntroduction({ header, rows }: Table): string {
  return rows.map(columnsIn(header).column('introduction')).join('\n');
}

function readSets({ header, rows }: Table): ForeignCodeSet[] {
  const { column } = columnsIn(header);
  const [name, description, tag, codeId, setId] = ['set', 'set_description', 'tag', 'code_id', 'set_id'].map(column);
  const sets = new Map<string, ForeignCodeSet & { readonly codeIds: string[] }>();
  for (const row of rows) {
    const called = name?.(row).trim() ?? '';
    if (isBlankRow(row) || called === '') continue;
    const id = setId?.(row).trim() ?? '';
    const key = id || called;
    const set = sets.get(key) ?? { id, name: called, description: description?.(row) ?? '', codeIds: [] };
    sets.set(key, set);
    const member = codeId?.(row).trim() || tag?.(row).trim() || '';
    if (member !== '') set.codeIds.push(member);
  }
  return [...sets.values()];
}
