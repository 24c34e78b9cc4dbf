import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';
import { joinAliases } from './aliases.ts';
import type { Cell, Guarding } from './csv-format.ts';

/** The first four are Taguette's, which refuses a table that has `name` or `path` beside `tag`. */
export const codebookColumns = [
  'tag',
  'description',
  'number of highlights',
  'number of documents',
  'code',
  'parent_id',
  'code_id',
  'color',
  'include',
  'exclude',
  'example',
  'memo',
  'shortcut',
  'is_codable',
  'position',
  'format',
] as const;

/** Stand just before `format`, in a codebook in which anybody has written one of them. */
export const laterColumns = ['summary', 'borderline', 'aliases'] as const;

/** How often codes are used, each without its sub-codes. */
export interface CodeUse {
  ofCode: (id: CodeId) => number;
  sourcesOfCode: (id: CodeId) => number;
}

export interface CodebookTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The codebook as a table, one row per code, depth first. */
export function codebookTable(tree: CodeTree, use: CodeUse, guarding: Guarding): CodebookTable {
  const format = guarding === 'guarded' ? 'postil-codebook/1+guarded' : 'postil-codebook/1';
  const codes = tree.codes();
  const hasLater = codes.some(({ summary, borderline, aliases }) => summary || borderline || aliases?.length);
  const rows = codes.map((code): Cell[] => [
    tree.pathOf(code.id),
    code.definition,
    use.ofCode(code.id),
    use.sourcesOfCode(code.id),
    code.name,
    tree.parentOf(code.id) ?? '',
    code.id,
    code.color,
    code.include,
    code.exclude,
    code.example,
    code.memo,
    code.shortcut,
    String(code.isCodable),
    code.position,
    ...(hasLater ? [code.summary ?? '', code.borderline ?? '', joinAliases(code.aliases ?? [])] : []),
    format,
  ]);
  return { header: hasLater ? [...codebookColumns.slice(0, -1), ...laterColumns, 'format'] : codebookColumns, rows };
}
