import { PATH_SEPARATOR } from '#domain/codebook/code-tree.ts';

export interface TagPath {
  /** Names of the codes above, from the root. */
  readonly ancestors: readonly string[];
  /** The code's own name; empty when the table gives none. */
  readonly name: string;
}

/**
 * Splits a tag at ` > `, or at what else stands between names in a table. The own name, where the table has it, may contain the separator itself; where it is not the tag's
 * end, someone has renamed the code in the table, and the own name holds.
 */
export function parseTag(tag: string, ownName: string, separator = PATH_SEPARATOR): TagPath {
  const path = tag.trim();
  const name = ownName.trim();
  if (name !== '' && (path === '' || path === name)) return { ancestors: [], name };
  if (name !== '' && path.endsWith(separator + name)) {
    return { ancestors: splitNames(path.slice(0, -separator.length - name.length), separator), name };
  }
  const names = splitNames(path, separator);
  const last = names.pop() ?? '';
  return { ancestors: names, name: name === '' ? last : name };
}

function splitNames(path: string, separator: string): string[] {
  // Nothing between names: every path is one name.
  const names = separator === '' ? [path] : path.split(separator);
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
