import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CodeId } from '#domain/project/records.ts';
import { CodeEdits } from './code-edits.ts';
import { checkFields, withFields, type CodeFields } from './code-fields.ts';
import type { CodeTree } from './code-tree.ts';
import { done, refused, type Outcome } from './refusal.ts';

/**
 * Changes any of the fields a person writes; a shortcut that another code has is taken from it. An empty change when all is
 * so already.
 */
export function updateCode(
  tree: CodeTree,
  id: CodeId,
  fields: Partial<CodeFields>,
  environment: Environment,
): Outcome<Change> {
  const code = tree.get(id);
  if (!code) return refused({ code: 'codeMissing', params: {} });
  const checked = checkFields(tree, fields, tree.parentOf(id), id);
  if (!checked.ok) return checked;
  const written = withFields(code, checked.value);
  if (JSON.stringify(written) === JSON.stringify(withFields(code, {}))) return done({});
  const now = environment.now();
  const edits = new CodeEdits();
  if (written.shortcut !== code.shortcut) edits.freeShortcut(tree.codes(), written.shortcut, now);
  edits.rewrite(code, () => ({ ...written, modifiedAt: now }));
  return done({ codes: edits.toUpdates() });
}

export function renameCode(tree: CodeTree, id: CodeId, name: string, environment: Environment): Outcome<Change> {
  return updateCode(tree, id, { name }, environment);
}
