import { nameKey } from '#domain/codebook/code-name.ts';
import type { CodeId } from '#domain/project/records.ts';

/** Finds codes by parent and name, as a person would take the names for the same. */
export class SiblingNames<T> {
  readonly #byKey = new Map<string, T>();

  get(parentId: CodeId | null, name: string): T | undefined {
    return this.#byKey.get(keyOf(parentId, name));
  }

  set(parentId: CodeId | null, name: string, value: T): void {
    this.#byKey.set(keyOf(parentId, name), value);
  }
}

function keyOf(parentId: CodeId | null, name: string): string {
  return `${parentId ?? ''}\n${nameKey(name)}`;
}
