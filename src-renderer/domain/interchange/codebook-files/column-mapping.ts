import { PATH_SEPARATOR } from '#domain/codebook/code-tree.ts';
import { codebookColumns, laterColumns } from '../codebook-csv.ts';
import { columnName, type Table } from '../read-table.ts';
import { codeNameColumns } from '../recognise-table.ts';

/** What a column of anybody's table can be for a code; `tag` is its name or path. Named as in our own table. */
export const columnRoles = ['tag', 'description', 'color', 'include', 'exclude', 'example', 'memo'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Which column is which, by its place in the header; null where there is none. */
export type ColumnMapping = Readonly<Record<ColumnRole, number | null>>;

/** How columns are called by others, the likeliest first; in lower case and without spaces and strokes. */
const usual: Readonly<Record<ColumnRole, readonly string[]>> = {
  tag: words(`tag name path codepath codename code codes theme category label title node
    kode codebezeichnung bezeichnung kategorie codigo código categorie catégorie`),
  description: words(`description definition codedescription codedefinition comment notes note meaning
    beschreibung erklärung erläuterung kommentar definición descripción définition descrizione`),
  color: words('color colour codecolor codecolour farbe couleur'),
  include: words('include includewhen inclusion inclusioncriteria whentouse einschluss'),
  exclude: words('exclude excludewhen exclusion exclusioncriteria whennottouse ausschluss'),
  example: words('example typicalexample examples quote beispiel ankerbeispiel ejemplo exemple'),
  memo: words('memo codememo memos'),
};

function words(text: string): string[] {
  return text.split(/\s+/);
}

/** What can stand between the names of a path; empty where names are no paths. */
export const pathSeparators = [PATH_SEPARATOR, '>>', '::', '\\', '/', '.', ''] as const;

/** Those that nobody has in a name, so that one of them in a path means what it seems to. */
const certain = pathSeparators.slice(0, 4);

/** Columns as somebody has named them: by their header, or by their number counted from 1. */
export type NamedColumns = Readonly<Partial<Record<ColumnRole, string>>>;

/** What somebody has named that cannot be: no such column, or one for two things. */
export interface ColumnsAmiss {
  readonly amiss: 'columnNotFound' | 'columnTwice';
  readonly column: string;
}

/** The columns as they were named; those that were not, as their names suggest. */
export function findColumns(table: Table, named: NamedColumns): ColumnMapping | ColumnsAmiss {
  const names = table.header.map(columnName);
  const found = new Map<ColumnRole, number>();
  for (const role of columnRoles) {
    const column = named[role];
    if (column === undefined) continue;
    const byName = names.indexOf(columnName(column));
    const at = byName < 0 && /^[1-9]\d{0,4}$/.test(column) ? Number(column) - 1 : byName;
    if (at < 0 || at >= names.length) return { amiss: 'columnNotFound', column };
    if ([...found.values()].includes(at)) return { amiss: 'columnTwice', column };
    found.set(role, at);
  }
  return guessColumns(table, found);
}

/**
 * The columns as their names suggest; `tag` is null when none of them says that it holds codes.
 *
 * @param given what is known already and not to be guessed
 */
export function guessColumns({ header }: Table, given: ReadonlyMap<ColumnRole, number> = new Map()): ColumnMapping {
  const names = header.map((cell) => columnName(cell).replace(/[\s_-]/g, ''));
  const taken = new Set<number>(given.values());
  const guess = (role: ColumnRole): number | null => {
    const known = given.get(role);
    if (known !== undefined) return known;
    for (const name of usual[role]) {
      const at = names.indexOf(name);
      if (at < 0 || taken.has(at)) continue;
      taken.add(at);
      return at;
    }
    return null;
  };
  const tag = guess('tag');
  return {
    tag,
    color: guess('color'),
    include: guess('include'),
    exclude: guess('exclude'),
    example: guess('example'),
    description: guess('description'),
    memo: guess('memo'),
  };
}

/** What stands between the names in the column of codes, as far as that can be told. */
export function guessSeparator({ rows }: Table, { tag }: ColumnMapping): string {
  if (tag === null) return PATH_SEPARATOR;
  return certain.find((sign) => rows.some((row) => row[tag]?.includes(sign))) ?? PATH_SEPARATOR;
}

/**
 * The same table with columns called as in ours, so that it is read like one. Columns with no part are left without a name.
 *
 * @param keepsOurs whether other columns called as ours are meant as ours; a stranger's `code_id` is no id here
 */
export function withColumns(table: Table, mapping: ColumnMapping, keepsOurs: boolean): Table {
  const roles = new Map(columnRoles.map((role) => [mapping[role], role]));
  const header = table.header.map((cell, at) => {
    const role = roles.get(at);
    if (role) return role;
    const name = columnName(cell);
    return keepsOurs && kept.has(name) ? name : '';
  });
  return { header, rows: table.rows };
}

/** Columns of ours that have no part in the mapping and keep their meaning. */
const kept = new Set<string>([...codebookColumns, ...laterColumns]);
for (const name of [...columnRoles, ...codeNameColumns]) kept.delete(name);
