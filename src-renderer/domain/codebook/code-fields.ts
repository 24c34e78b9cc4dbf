import type { Code, CodeId, CodingId } from '#domain/project/records.ts';
import { readShortcut } from './code-keys.ts';
import { findNamesake, nameKey, tidyName } from './code-name.ts';
import type { CodeTree } from './code-tree.ts';
import { readColor } from './inks.ts';
import { done, refused, type Outcome } from './refusal.ts';

/** What a person writes about a code; where it stands in the tree is not among it. */
export type CodeFields = Pick<
  Code,
  'name' | 'color' | 'definition' | 'include' | 'exclude' | 'example' | 'memo' | 'shortcut' | 'isCodable'
> &
  SeldomFields;

/** What few codes have. Empty means that it is not written any more, and is stored as nothing. */
export interface SeldomFields {
  readonly summary?: string;
  readonly borderline?: string;
  /** Null: the typical example is no coding any more. */
  readonly exampleCodingId?: CodingId | null;
  readonly aliases?: readonly string[];
}

/** What can be written about a code at length. */
export const proseFields = [
  'summary',
  'definition',
  'include',
  'exclude',
  'example',
  'borderline',
  'memo',
] as const satisfies readonly (keyof CodeFields)[];

/** A code with fields written; those that few have are left out where they are empty. */
export function withFields(code: Code, fields: Partial<CodeFields>): Code {
  const { summary, borderline, exampleCodingId, aliases, ...rest } = { ...code, ...fields };
  return {
    ...rest,
    ...(summary !== undefined && summary.trim() !== '' && { summary }),
    ...(borderline !== undefined && borderline.trim() !== '' && { borderline }),
    ...(exampleCodingId && { exampleCodingId }),
    ...(aliases && aliases.length > 0 && { aliases }),
  };
}

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
  if (fields.aliases !== undefined) checked.aliases = tidyAliases(fields.aliases);
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

/** Without empty ones and doubles, in their order. */
function tidyAliases(aliases: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const alias of aliases) {
    const tidy = tidyName(alias);
    if (tidy !== '' && !byKey.has(nameKey(tidy))) byKey.set(nameKey(tidy), tidy);
  }
  return [...byKey.values()];
}
