import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';
import type { CodebookRow } from './codebook-rows.ts';
import type { RowProblem } from './table-problem.ts';

/** Who refers to whom by id in a codebook table, with circles cut. */
export class CodebookReferences {
  /** Rows by the id the table gives them, the first of each: another with the same id counts as having none. */
  readonly byId: ReadonlyMap<string, CodebookRow>;
  readonly #tree: CodeTree;
  readonly #cut: ReadonlySet<CodebookRow>;
  readonly #limit: number;

  constructor(rows: readonly CodebookRow[], tree: CodeTree, warnings: RowProblem[]) {
    this.#tree = tree;
    this.#limit = rows.length + tree.rows.length;
    this.byId = indexById(rows, warnings);
    const cut = new Set<CodebookRow>();
    this.#cut = cut;
    for (const row of this.byId.values()) {
      if (!this.#comesBackTo(row)) continue;
      cut.add(row);
      warnings.push({ row: row.row, problem: { code: 'parentCircular', params: { name: row.path.name } } });
    }
  }

  /** True when following the parents would lead back to the row: it becomes a root. */
  isCut(row: CodebookRow): boolean {
    return this.#cut.has(row);
  }

  /** Rows so ordered that every row comes after the row that is its parent, by id or by path. */
  parentsFirst(rows: readonly CodebookRow[]): CodebookRow[] {
    const ranked = rows.map((row) => ({ row, rank: this.#rankOf(row) }));
    return ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
  }

  #rankOf(row: CodebookRow): number {
    let rank = 0;
    let top = row;
    for (let above = this.#parentRow(top); above; above = this.#parentRow(top)) [top, rank] = [above, rank + 1];
    return rank + top.path.ancestors.length;
  }

  #parentRow(row: CodebookRow): CodebookRow | undefined {
    return this.#cut.has(row) ? undefined : this.byId.get(row.parentId);
  }

  #comesBackTo({ codeId, parentId }: CodebookRow): boolean {
    let at = parentId;
    // A circle that the row is not on would be walked for ever; it is cut at a row of its own.
    for (let step = 0; at !== '' && at !== codeId && step <= this.#limit; step++) at = this.#parentIdOf(at);
    return at !== '' && at === codeId;
  }

  /** As the table says; for a code that is not in the table, as in the project. */
  #parentIdOf(id: string): string {
    const row = this.byId.get(id);
    if (row) return this.#cut.has(row) ? '' : row.parentId;
    return this.#tree.parentOf(id as CodeId) ?? '';
  }
}

function indexById(rows: readonly CodebookRow[], warnings: RowProblem[]): Map<string, CodebookRow> {
  const byId = new Map<string, CodebookRow>();
  for (const row of rows) {
    if (row.codeId === '') continue;
    if (!byId.has(row.codeId)) byId.set(row.codeId, row);
    else
      warnings.push({
        row: row.row,
        problem: { code: 'codeIdRepeated', params: { id: row.codeId, name: row.path.name } },
      });
  }
  return byId;
}
