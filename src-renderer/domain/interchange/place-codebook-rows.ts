import { PATH_SEPARATOR, type CodeTree } from '#domain/codebook/code-tree.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { CodebookReferences } from './codebook-references.ts';
import type { CodebookFields, CodebookRow } from './codebook-rows.ts';
import { SiblingNames } from './sibling-names.ts';
import type { RowProblem, TableProblem } from './table-problem.ts';

/** A code that the table speaks of, or that a path in it asks for, with its place in the tree. */
export interface PlacedCode {
  /** The first row that speaks of it. */
  readonly row: number;
  readonly id: CodeId;
  readonly parentId: CodeId | null;
  readonly name: string;
  /** The record it was until now; undefined for a new code. */
  readonly existing: Code | undefined;
  fields: Partial<CodebookFields>;
}

export interface PlacedRows {
  readonly placed: readonly PlacedCode[];
  /** What has become of the ids in the table. */
  readonly idsByTableId: ReadonlyMap<string, CodeId>;
  /** What has become of the paths in the table. */
  readonly idsByPath: ReadonlyMap<string, CodeId>;
}

/**
 * Decides for every row which code it is and where that stands. Codes come out in the order of the rows, each after the
 * ancestors that only its path asked for. No row is lost: circles are cut, namesakes renamed, and both warned of.
 */
export function placeCodebookRows(
  rows: readonly CodebookRow[],
  tree: CodeTree,
  environment: Environment,
  warnings: RowProblem[],
): PlacedRows {
  const references = new CodebookReferences(rows, tree, warnings);
  const placement = new Placement(references, tree, environment, warnings);
  for (const row of references.parentsFirst(rows)) placement.place(row);
  const placed = placement.placed.sort((a, b) => a.row - b.row);
  return { placed, idsByTableId: placement.idsByTableId, idsByPath: placement.idsByPath };
}

/** Who has a name among siblings. */
interface Holder {
  readonly id: CodeId;
  readonly existing: Code | undefined;
  /** Set once a row or a path has spoken of the code. */
  placed: PlacedCode | undefined;
  /** The row that is this code; none yet means that a row of the same path means it. */
  row: CodebookRow | undefined;
}

class Placement {
  readonly placed: PlacedCode[] = [];
  readonly #references: CodebookReferences;
  readonly #tree: CodeTree;
  readonly #environment: Environment;
  readonly #warnings: RowProblem[];
  readonly #names = new SiblingNames<Holder>();
  readonly idsByTableId = new Map<string, CodeId>();
  readonly idsByPath = new Map<string, CodeId>();

  constructor(references: CodebookReferences, tree: CodeTree, environment: Environment, warnings: RowProblem[]) {
    this.#references = references;
    this.#tree = tree;
    this.#environment = environment;
    this.#warnings = warnings;
    for (const code of tree.codes()) {
      // Codes that the table names by id stand where the table says, and under the name it says.
      if (references.byId.has(code.id)) continue;
      const holder = { id: code.id, existing: code, placed: undefined, row: undefined };
      this.#names.set(tree.parentOf(code.id), code.name, holder);
    }
  }

  place(row: CodebookRow): void {
    const tableId = this.#references.byId.get(row.codeId) === row ? row.codeId : '';
    const known = tableId === '' ? undefined : this.#tree.get(tableId as CodeId);
    const parentId = this.#parentOf(row);
    const wanted = row.path.name || known?.name || '?';
    const taken = this.#takeName(parentId, wanted, (holder) => {
      if (!holder.row && !known) return 'meant';
      // A row that repeats another word for word is no code of its own.
      return tableId === '' && holder.row && isSame(row, holder.row) ? 'repeated' : 'other';
    });
    if (taken === 'repeated') return this.#warn(row, { code: 'codeRepeated', params: { name: wanted } });
    const { name, found } = taken;
    if (row.path.name === '' && !known) this.#warn(row, { code: 'codeNameMissing', params: { newName: name } });
    else if (name !== wanted && !found?.existing) {
      this.#warn(row, { code: 'codeRenamed', params: { name: wanted, newName: name } });
    }
    const id = known?.id ?? found?.id ?? ((tableId || this.#environment.newId()) as CodeId);
    if (tableId !== '') this.idsByTableId.set(tableId, id);
    this.idsByPath.set([...row.path.ancestors, row.path.name].join(PATH_SEPARATOR), id);
    if (found?.placed) {
      found.placed.fields = row.fields;
      found.row = row;
      return;
    }
    this.#add({ row: row.row, id, parentId, name, existing: known ?? found?.existing, fields: row.fields }, row);
  }

  /** The wanted name, or the next free one with a number; with it the code that has the name and is meant. */
  #takeName(
    parentId: CodeId | null,
    wanted: string,
    judge: (holder: Holder) => 'meant' | 'repeated' | 'other',
  ): { readonly name: string; readonly found: Holder | undefined } | 'repeated' {
    for (let count = 1; ; count++) {
      const name = count === 1 ? wanted : `${wanted} (${count})`;
      const holder = this.#names.get(parentId, name);
      if (!holder) return { name, found: undefined };
      const verdict = judge(holder);
      if (verdict === 'repeated') return verdict;
      if (verdict === 'meant') return { name: holder.existing?.name ?? name, found: holder };
    }
  }

  #parentOf(row: CodebookRow): CodeId | null {
    if (this.#references.isCut(row)) return null;
    const { parentId } = row;
    const inTable = this.idsByTableId.get(parentId);
    if (inTable !== undefined) return inTable;
    if (this.#tree.has(parentId as CodeId)) return parentId as CodeId;
    if (parentId !== '') this.#warn(row, parentMissing(row));
    return this.#ancestorsOf(row);
  }

  #ancestorsOf(row: CodebookRow): CodeId | null {
    let parentId: CodeId | null = null;
    for (const name of row.path.ancestors) {
      const id: CodeId = this.#names.get(parentId, name)?.id ?? this.#imply(row, parentId, name);
      parentId = id;
    }
    return parentId;
  }

  /** A new code that only a path has asked for as yet. */
  #imply(row: CodebookRow, parentId: CodeId | null, name: string): CodeId {
    const id = this.#environment.newId() as CodeId;
    this.#add({ row: row.row, id, parentId, name, existing: undefined, fields: {} }, undefined);
    return id;
  }

  #add(placed: PlacedCode, row: CodebookRow | undefined): void {
    this.placed.push(placed);
    this.#names.set(placed.parentId, placed.name, { id: placed.id, existing: placed.existing, placed, row });
  }

  #warn({ row }: CodebookRow, problem: TableProblem): void {
    this.#warnings.push({ row, problem });
  }
}

function parentMissing({ parentId, path: { ancestors, name } }: CodebookRow): TableProblem {
  if (ancestors.length === 0) return { code: 'parentMissing', params: { name, parentId } };
  return { code: 'parentByPath', params: { name, parentId, path: ancestors.join(PATH_SEPARATOR) } };
}

function isSame(a: CodebookRow, b: CodebookRow): boolean {
  return JSON.stringify(a.fields) === JSON.stringify(b.fields);
}
