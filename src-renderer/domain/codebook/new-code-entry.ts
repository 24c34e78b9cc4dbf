import type { CodeId } from '#domain/project/records.ts';
import { checkName } from './code-fields.ts';
import { findNamesake, nameKey } from './code-name.ts';
import { PATH_SEPARATOR, type CodeTree } from './code-tree.ts';
import { done, refused, type Outcome } from './refusal.ts';

/** A code as somebody types it where codes are looked for. */
export interface NewCodeEntry {
  readonly name: string;
  readonly parentId: CodeId | null;
}

const SEPARATOR = /\s*>\s*/;

/**
 * Reads `Name`, `Parent > Name` or a whole path. The parent is found by its path, else by its name where only one code has
 * it. Declines with the reason where there is no such parent, or the name is empty or taken there.
 */
export function readNewCode(tree: CodeTree, entry: string): Outcome<NewCodeEntry> {
  const parts = entry.trim().split(SEPARATOR);
  const name = parts.pop() ?? '';
  if (parts.length === 0) return checked(tree, name, null);
  const wanted = parts.join(PATH_SEPARATOR);
  const parentId = followPath(tree, parts) ?? onlyOneNamed(tree, wanted);
  if (parentId === null) return refused({ code: 'parentUnknown', params: { parent: wanted } });
  return checked(tree, name, parentId);
}

function checked(tree: CodeTree, name: string, parentId: CodeId | null): Outcome<NewCodeEntry> {
  const outcome = checkName(tree, name, parentId, null);
  return outcome.ok ? done({ name: outcome.value, parentId }) : outcome;
}

function followPath(tree: CodeTree, names: readonly string[]): CodeId | null {
  let at: CodeId | null = null;
  for (const name of names) {
    const child = findNamesake(tree.childrenOf(at), name);
    if (!child) return null;
    at = child.id;
  }
  return at;
}

function onlyOneNamed(tree: CodeTree, name: string): CodeId | null {
  const key = nameKey(name);
  const found = tree.codes().filter((code) => nameKey(code.name) === key);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
