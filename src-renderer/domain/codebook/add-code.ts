import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId, CoderId } from '#domain/project/records.ts';
import { CodeEdits } from './code-edits.ts';
import { checkFields, withFields, type CodeFields } from './code-fields.ts';
import type { CodeTree } from './code-tree.ts';
import { nextInk } from './inks.ts';
import { done, refused, type Outcome } from './refusal.ts';
import { placeAmong } from './sibling-order.ts';

/** What is known of a code that is to be: its name; the rest is optional. */
export interface CodeDraft extends Partial<Omit<CodeFields, 'name'>> {
  readonly name: string;
  /** Null or absent: at the top. */
  readonly parentId?: CodeId | null;
  /** The sibling it goes before; null or absent: after all. */
  readonly beforeId?: CodeId | null;
}

/** Adds a code; without a colour it gets the next ink. */
export function addCode(
  tree: CodeTree,
  { parentId = null, beforeId = null, ...draft }: CodeDraft,
  coderId: CoderId,
  environment: Environment,
): Outcome<{ readonly change: Change; readonly code: Code }> {
  if (parentId !== null && !tree.has(parentId)) return refused({ code: 'codeMissing', params: {} });
  const checked = checkFields(tree, draft, parentId, null);
  if (!checked.ok) return checked;
  const now = environment.now();
  const siblings = tree.childrenOf(parentId);
  const color = checked.value.color ?? nextInk(colorsOf(tree.codes()), colorsOf(siblings));
  const id = environment.newId() as CodeId;
  const origin = { id, parentId, color, createdBy: coderId, createdAt: now, modifiedAt: now };
  const unplaced = withFields(blankCode({ name: checked.value.name, ...origin }), { ...checked.value, color });
  const positions = placeAmong(siblings, [unplaced], beforeId);
  const code = { ...unplaced, position: positions.get(id) ?? unplaced.position };
  const edits = new CodeEdits();
  edits.place(siblings, positions);
  edits.freeShortcut(tree.codes(), code.shortcut, now);
  return done({ code, change: { codes: { added: [code], ...edits.toUpdates() } } });
}

type Unwritten = 'definition' | 'include' | 'exclude' | 'example' | 'memo' | 'shortcut' | 'isCodable' | 'position';

/** A code with nothing written about it but what is given. */
export function blankCode(known: Omit<Code, Unwritten> & Partial<Pick<Code, Unwritten>>): Code {
  const nothing = { definition: '', include: '', exclude: '', example: '', memo: '', shortcut: '' };
  return { ...nothing, isCodable: true, position: 0, ...known };
}

function colorsOf(codes: Iterable<Code>): string[] {
  return Array.from(codes, (code) => code.color);
}
