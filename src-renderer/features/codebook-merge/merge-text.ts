import type { CodeDifference } from '#domain/codebook/compare-codebooks.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import { mergeText, type MergeConflict, type MergeField, type MergePlan } from '#domain/codebook/merge-codebooks.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { fieldName, fieldValueText } from '#features/codebook-versions/index.ts';
import { formatList, t } from '#i18n/index.ts';

/** "Merged “ours.csv”: 3 codes added, 5 changed." */
export function mergeSummary(name: string, differences: readonly CodeDifference[]): string {
  const codes = (kinds: readonly CodeDifference['kind'][]): number =>
    new Set(differences.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code.id)).size;
  const added = codes(['added']);
  const changed = codes(['renamed', 'moved', 'redefined']);
  const removed = codes(['removed', 'merged']);
  const parts = [
    ...(added > 0 ? [t('codebookMerge:codesAdded', { count: added })] : []),
    ...(changed > 0 ? [t('codebookMerge:codesChanged', { count: changed })] : []),
    ...(removed > 0 ? [t('codebookMerge:codesRemoved', { count: removed })] : []),
  ];
  if (parts.length === 0) return t('codebookMerge:mergedOnly', { name });
  return t('codebookMerge:merged', { name, parts: formatList(parts) });
}

export function codeOfConflict(conflict: MergeConflict): Code {
  if (conflict.kind === 'field') return conflict.match.ours;
  return conflict.kind === 'removedByThem' ? conflict.ours : conflict.theirs;
}

/** What a conflict is about, as a heading. */
export function conflictTitle(conflict: MergeConflict): string {
  const { name } = codeOfConflict(conflict);
  if (conflict.kind === 'field') return t('codebookMerge:conflictIn', { name, field: mergeFieldName(conflict.field) });
  return t(`codebookMerge:${conflict.kind}`, { name });
}

function mergeFieldName(field: MergeField): string {
  if (field === 'name') return t('codebookMerge:fieldName');
  return field === 'parentId' ? t('codebookMerge:fieldParent') : fieldName(field);
}

/** A side of a conflict in words. Places are told by their paths in our tree, of codes that only they have by the name. */
export function sideText(code: Code, field: MergeField, plan: MergePlan, ours: CodeTree): string {
  const text = mergeText(code, field, plan.idsHere);
  if (field === 'name') return text;
  if (field !== 'parentId') return fieldValueText(field, text);
  if (text === '') return t('codebookMerge:atTop');
  const id = text as CodeId;
  return ours.pathOf(id) || (plan.added.find((added) => added.id === id)?.name ?? text);
}
