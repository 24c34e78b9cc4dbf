import { blankCode } from '#domain/codebook/add-code.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { readColor } from '#domain/codebook/inks.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId, CoderId } from '#domain/project/records.ts';
import { NewCodeDefaults } from './new-code-defaults.ts';
import type { CellOf, TableColumns } from './read-table.ts';
import { SiblingNames } from './sibling-names.ts';
import { parseTag, type TagPath } from './tag-path.ts';

/** Finds the code a row is about, by id, else by its tag; makes those that are missing, with their ancestors. */
export class CodeFinder {
  /** The codes that had to be made. */
  readonly added: Code[] = [];
  readonly #ids: Set<CodeId>;
  readonly #names = new SiblingNames<CodeId>();
  readonly #defaults = new NewCodeDefaults();
  readonly #foundByTag = new Map<string, CodeId>();
  readonly #idCell: CellOf;
  readonly #tagCell: CellOf;
  readonly #nameCell: CellOf;
  readonly #colorCell: CellOf;
  readonly #coderId: CoderId;
  readonly #environment: Environment;

  constructor(columns: TableColumns, codes: readonly Code[], coderId: CoderId, environment: Environment) {
    this.#idCell = columns.column('code_id');
    this.#tagCell = columns.column('tag');
    this.#nameCell = columns.column('code');
    this.#colorCell = columns.column('code_color');
    this.#coderId = coderId;
    this.#environment = environment;
    this.#ids = new Set(codes.map(({ id }) => id));
    const tree = buildCodeTree(codes);
    for (const code of codes) {
      this.#names.set(tree.parentOf(code.id), code.name, code.id);
      this.#defaults.note(code);
    }
  }

  /** Null when the row names no code. */
  find(row: readonly string[]): CodeId | null {
    const id = this.#idCell(row) as CodeId;
    if (this.#ids.has(id)) return id;
    const tag = this.#tagCell(row);
    const name = this.#nameCell(row);
    // The id stands in the key, since two codes of another project may have come to bear the same path.
    const key = `${id}\n${tag}\n${name}`;
    const found = this.#foundByTag.get(key) ?? this.#ensure(parseTag(tag, name), id, this.#colorCell(row));
    if (found !== null) this.#foundByTag.set(key, found);
    return found;
  }

  #ensure({ ancestors, name }: TagPath, id: CodeId | '', color: string): CodeId | null {
    if (name === '') return null;
    let parentId: CodeId | null = null;
    for (const ancestor of ancestors) parentId = this.#names.get(parentId, ancestor) ?? this.#add(parentId, ancestor);
    return this.#names.get(parentId, name) ?? this.#add(parentId, name, id, color);
  }

  #add(parentId: CodeId | null, name: string, tableId: CodeId | '' = '', tableColor = ''): CodeId {
    const id = tableId === '' ? (this.#environment.newId() as CodeId) : tableId;
    const now = this.#environment.now();
    const color = readColor(tableColor) ?? this.#defaults.colorUnder(parentId);
    const position = this.#defaults.positionUnder(parentId);
    const origin = { createdBy: this.#coderId, createdAt: now, modifiedAt: now };
    const code = blankCode({ id, parentId, name, color, position, ...origin });
    this.added.push(code);
    this.#ids.add(id);
    this.#names.set(parentId, name, id);
    this.#defaults.note(code);
    return id;
  }
}
