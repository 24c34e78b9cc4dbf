import type { CodeTree } from '#domain/codebook/code-tree.ts';
import { mergeText, type MergeConflict, type MergeField, type MergePlan } from '#domain/codebook/merge-codebooks.ts';
import type { WrittenField } from '#domain/codebook/compare-codebooks.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { fieldName, fieldValueText, type Difference } from '#features/codebook-versions/index.ts';
import { formatList, t } from '#i18n/index.ts';
import type { Left } from './commands/merge-theirs.ts';

/** "Merged “ours.csv”: 3 codes added, 5 changed." */
export function mergeSummary(name: string, differences: readonly Difference[]): string {
  const codes = (kinds: readonly Difference['kind'][]): number =>
    new Set(differences.flatMap((each) => ('code' in each && kinds.includes(each.kind) ? [each.code.id] : []))).size;
  const sets = new Set(differences.flatMap((each) => ('set' in each ? [each.set.id] : []))).size;
  const added = codes(['added', 'split']);
  const changed = codes(['renamed', 'moved', 'redefined']);
  const removed = codes(['removed', 'merged']);
  const parts = [
    ...(added > 0 ? [t('codebookMerge:codesAdded', { count: added })] : []),
    ...(changed > 0 ? [t('codebookMerge:codesChanged', { count: changed })] : []),
    ...(removed > 0 ? [t('codebookMerge:codesRemoved', { count: removed })] : []),
    ...(differences.some(({ kind }) => kind === 'introduction') ? [t('codebookMerge:introductionTaken')] : []),
    ...(sets > 0 ? [t('codebookMerge:setsChanged', { count: sets })] : []),
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

/** What of theirs stays out, or came in otherwise, as a sentence. */
export function leftText(left: Left, ours: CodeTree): string {
  if (left.kind === 'field') {
    const field = mergeFieldName(left.field);
    const theirs = fieldValueText(left.field as WrittenField, String(left.theirs[left.field as WrittenField] ?? ''));
    return t('codebookMerge:left.field', { name: left.ours.name, field, theirs });
  }
  if ('code' in left) {
    const { name, parentId } = left.code;
    const place = (parentId !== null && ours.pathOf(parentId)) || t('codebookMerge:atTop');
    const wanted = left.kind === 'keyLost' ? left.wanted.toUpperCase() : left.wanted;
    return t(`codebookMerge:left.${left.kind}`, { name, wanted, place });
  }
  if (left.kind === 'introductionLeft') return t('codebookMerge:left.introductionLeft', { theirs: left.theirs });
  return t(`codebookMerge:left.${left.kind}`, { name: left.name, theirs: left.theirs });
}
