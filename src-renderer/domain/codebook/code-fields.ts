import type { Code, CodeId } from '#domain/project/records.ts';
import { readShortcut } from './code-keys.ts';
import { findNamesake, tidyName } from './code-name.ts';
import type { CodeTree } from './code-tree.ts';
import { readColor } from './inks.ts';
import { done, refused, type Outcome } from './refusal.ts';

/** What a person writes about a code; where it stands in the tree is not among it. */
export type CodeFields = Pick<
  Code,
  'name' | 'color' | 'definition' | 'include' | 'exclude' | 'example' | 'memo' | 'shortcut' | 'isCodable'
>;

const NOBODY: ReadonlySet<CodeId> = new Set();

/**
 * The fields as they will be stored (name trimmed, colour in lower case), or why they cannot be.
 *
 * @param parentId under which the names must be unique
 * @param self the code the fields belong to, null for a new one
 * @param going codes whose names are free, since they will be gone
 */
export function checkFields<F extends Partial<CodeFields>>(
  tree: CodeTree,
  fields: F,
  parentId: CodeId | null,
  self: CodeId | null,
  going: ReadonlySet<CodeId> = NOBODY,
): Outcome<F> {
  const checked: { -readonly [K in keyof CodeFields]?: CodeFields[K] } = {};
  if (fields.name !== undefined) {
    const name = checkName(tree, fields.name, parentId, self, going);
    if (!name.ok) return name;
    checked.name = name.value;
  }
  if (fields.color !== undefined) {
    const color = readColor(fields.color);
    if (color === null) return refused({ code: 'colorUnknown', params: { color: fields.color } });
    checked.color = color;
  }
  if (fields.shortcut !== undefined) {
    const shortcut = readShortcut(fields.shortcut);
    if (shortcut === null) return refused({ code: 'shortcutInvalid', params: { shortcut: fields.shortcut } });
    checked.shortcut = shortcut;
  }
  return done({ ...fields, ...checked });
}

/** The name as it will be stored, unless it is empty or a sibling has it. */
export function checkName(
  tree: CodeTree,
  name: string,
  parentId: CodeId | null,
  self: CodeId | null,
  going: ReadonlySet<CodeId> = NOBODY,
): Outcome<string> {
  const tidy = tidyName(name);
  if (tidy === '') return refused({ code: 'codeNameEmpty', params: {} });
  const siblings = tree.childrenOf(parentId).filter(({ id }) => !going.has(id));
  if (findNamesake(siblings, tidy, self)) return refuseTakenName(tree, tidy, parentId);
  return done(tidy);
}

export function refuseTakenName(tree: CodeTree, name: string, parentId: CodeId | null): ReturnType<typeof refused> {
  const parent = parentId === null ? '' : tree.pathOf(parentId);
  return refused({ code: 'codeNameTaken', params: { name, parent } });
}
