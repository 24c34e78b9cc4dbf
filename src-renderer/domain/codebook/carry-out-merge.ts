import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { findNamesake } from './code-name.ts';
import { buildCodeTree } from './code-tree.ts';
import type { MergeField, MergePlan } from './merge-codebooks.ts';

/** `both` joins two texts, ours first; of what is no text it is ours. */
export type MergeChoice = 'ours' | 'theirs' | 'both';

/**
 * The change a decided merge comes to. A conflict nobody decided stays as it is here. However the parts come together, the
 * result is a tree: a parent that has gone gives way to its own, a circle is cut, namesakes side by side get a number.
 *
 * @param codes all codes of ours
 * @param choices by the conflict's key
 */
export function carryOutMerge(
  plan: MergePlan,
  codes: readonly Code[],
  choices: ReadonlyMap<string, MergeChoice>,
  environment: Environment,
): Change {
  const before = new Map(codes.map((code) => [code.id, code]));
  const after = new Map(before);
  for (const { match, fields } of plan.taken)
    for (const field of fields) take(after, match.ours.id, match.theirs, field, plan);
  for (const code of plan.added) after.set(code.id, arriving(code, plan));
  for (const { id } of plan.removed) after.delete(id);
  for (const conflict of plan.conflicts) {
    const choice = choices.get(conflict.key) ?? 'ours';
    if (choice === 'ours') continue;
    if (conflict.kind === 'removedByThem') after.delete(conflict.ours.id);
    else if (conflict.kind === 'removedByUs') after.set(conflict.theirs.id, arriving(conflict.theirs, plan));
    else if (choice === 'theirs') take(after, conflict.match.ours.id, conflict.match.theirs, conflict.field, plan);
    else join(after, conflict.match.ours.id, conflict.match.theirs, conflict.field);
  }
  return changeTo(before, settle(after, before), environment.now());
}

function take(codes: Map<CodeId, Code>, id: CodeId, theirs: Code, field: MergeField, plan: MergePlan): void {
  const code = codes.get(id);
  if (!code) return;
  const value = field === 'parentId' ? parentHere(theirs, plan) : theirs[field];
  codes.set(id, { ...code, [field]: value });
}

function join(codes: Map<CodeId, Code>, id: CodeId, theirs: Code, field: MergeField): void {
  const code = codes.get(id);
  if (!code) return;
  const [here, there] = [code[field], theirs[field]];
  if (field === 'aliases')
    codes.set(id, { ...code, aliases: [...new Set([...(code.aliases ?? []), ...(theirs.aliases ?? [])])] });
  else if (typeof here === 'string' && typeof there === 'string' && isProse(field))
    codes.set(id, { ...code, [field]: `${here}\n${there}` });
}

/** Whether two texts of the field can stand one after the other. */
export function isProse(field: MergeField): boolean {
  return !['name', 'parentId', 'color', 'shortcut', 'isCodable'].includes(field);
}

function arriving(code: Code, plan: MergePlan): Code {
  return { ...code, parentId: parentHere(code, plan) };
}

function parentHere({ parentId }: Code, { idsHere }: MergePlan): CodeId | null {
  return parentId && (idsHere.get(parentId) ?? parentId);
}

/** Makes a tree of it again: no lost parents, no circles, no namesakes side by side, no shortcut twice. */
function settle(after: Map<CodeId, Code>, before: ReadonlyMap<CodeId, Code>): Map<CodeId, Code> {
  for (const code of after.values()) {
    let parentId = code.parentId;
    while (parentId !== null && !after.has(parentId)) parentId = before.get(parentId)?.parentId ?? null;
    if (parentId !== code.parentId) after.set(code.id, { ...code, parentId });
  }
  const tree = buildCodeTree(after.values());
  // A stray stands at the top of the tree although it names a parent: it hung on a circle.
  for (const code of tree.roots) if (code.parentId !== null) after.set(code.id, { ...code, parentId: null });
  const shortcuts = new Set<string>();
  for (const { code } of tree.rows) {
    const settled = after.get(code.id) ?? code;
    const siblings = [...after.values()].filter(({ id, parentId }) => id !== code.id && parentId === settled.parentId);
    // What was here keeps its name; what comes, from them or from elsewhere in the tree, gives way.
    const was = before.get(code.id);
    const isAtHome = was?.name === settled.name && was.parentId === settled.parentId;
    const name = isAtHome ? settled.name : freeName(settled.name, siblings);
    const shortcut = shortcuts.has(settled.shortcut) ? '' : settled.shortcut;
    if (shortcut !== '') shortcuts.add(shortcut);
    if (name !== settled.name || shortcut !== settled.shortcut) after.set(code.id, { ...settled, name, shortcut });
  }
  return after;
}

function freeName(name: string, siblings: readonly Code[]): string {
  let free = name;
  for (let number = 2; findNamesake(siblings, free); number++) free = `${name} (${number})`;
  return free;
}

function changeTo(before: ReadonlyMap<CodeId, Code>, after: ReadonlyMap<CodeId, Code>, now: string): Change {
  const added = [...after.values()].filter(({ id }) => !before.has(id));
  const removed = [...before.values()].filter(({ id }) => !after.has(id));
  const updated = [...after.values()].flatMap((code) => {
    const was = before.get(code.id);
    return was && was !== code && JSON.stringify(was) !== JSON.stringify(code)
      ? [[was, { ...code, modifiedAt: now }] as const]
      : [];
  });
  if (added.length + removed.length + updated.length === 0) return {};
  return { codes: { added, updated, removed } };
}
