import type { CodeDifference, WrittenField } from '#domain/codebook/compare-codebooks.ts';
import type { IntroductionDifference } from '#domain/codebook/introduction.ts';
import type { SetDifference } from '#domain/codebook/compare-sets.ts';
import { PATH_SEPARATOR } from '#domain/codebook/code-tree.ts';
import { findSentence, formatList, t } from '#i18n/index.ts';

export type Difference = CodeDifference | SetDifference | IntroductionDifference;
/** What differences are counted and sorted by. */
export const differenceKinds = [
  'introduction',
  'added',
  'removed',
  'merged',
  'renamed',
  'moved',
  'redefined',
  'sets',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export function kindOf(difference: Difference): DifferenceKind {
  return 'set' in difference ? 'sets' : difference.kind;
}

/** A difference as a sentence. */
export function differenceText(difference: Difference): string {
  if ('set' in difference) return setText(difference);
  if (difference.kind === 'introduction') {
    const { before, after } = difference;
    if (before === '') return t('codebookVersions:introductionAdded');
    return t(after === '' ? 'codebookVersions:introductionRemoved' : 'codebookVersions:introductionChanged');
  }
  const { name } = difference.code;
  if (difference.kind === 'added' || difference.kind === 'removed') {
    const parent = difference.path.slice(0, -(PATH_SEPARATOR.length + name.length));
    if (difference.kind === 'removed') return t('codebookVersions:removed', { name });
    return parent === '' ? t('codebookVersions:added', { name }) : t('codebookVersions:addedUnder', { name, parent });
  }
  if (difference.kind === 'merged') return t('codebookVersions:merged', { name, into: difference.into.name });
  if (difference.kind === 'renamed') return t('codebookVersions:renamed', { name, before: difference.before });
  if (difference.kind === 'redefined') {
    const fields = formatList(difference.fields.map(({ field }) => t(`codebookVersions:fieldsInside.${field}`)));
    return t('codebookVersions:redefined', { name, fields });
  }
  const { before, after } = difference;
  if (before === '') return t('codebookVersions:movedFromTop', { name, after });
  if (after === '') return t('codebookVersions:movedToTop', { name, before });
  return t('codebookVersions:moved', { name, before, after });
}

function setText(difference: SetDifference): string {
  const { name } = difference.set;
  if (difference.kind === 'setAdded') return t('codebookVersions:setAdded', { name });
  if (difference.kind === 'setRemoved') return t('codebookVersions:setRemoved', { name });
  if (difference.kind === 'setRenamed') return t('codebookVersions:setRenamed', { name, before: difference.before });
  const { entered, left } = difference;
  const parts = [
    ...(entered > 0 ? [t('codebookVersions:entered', { count: entered })] : []),
    ...(left > 0 ? [t('codebookVersions:left', { count: left })] : []),
  ];
  return t('codebookVersions:setChanged', { name, parts: formatList(parts) });
}

/** As a heading. */
export function fieldName(field: WrittenField): string {
  return t(`codebookVersions:fields.${field}`);
}

/** What stands in a field, as a person would say it: inks by name, yes and no in words. */
export function fieldValueText(field: WrittenField, value: string): string {
  if (field === 'isCodable') return t(value === 'true' ? 'codebookVersions:codable' : 'codebookVersions:notCodable');
  if (field === 'shortcut' && value !== '') return value.toUpperCase();
  // Of a colour that is no ink the code stands for itself.
  return field === 'color' ? (findSentence(`codebook:inks.${value}`, {}) ?? value) : value;
}
