import type { CodeDifference, ComparedField, WrittenField } from '#domain/codebook/compare-codebooks.ts';
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
  'split',
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

/** Of what has happened, or of what would. */
export type Tense = 'past' | 'future';

/** A difference as a sentence. */
export function differenceText(difference: Difference, tense: Tense = 'past'): string {
  if ('set' in difference) return setText(difference, tense);
  const where = prefixOf(tense);
  if (difference.kind === 'introduction') {
    const { before, after } = difference;
    if (before === '') return t(`${where}introductionAdded`);
    return t(after === '' ? `${where}introductionRemoved` : `${where}introductionChanged`);
  }
  const { name } = difference.code;
  if (difference.kind === 'added' || difference.kind === 'removed') {
    const parent = difference.path.slice(0, -(PATH_SEPARATOR.length + name.length));
    if (difference.kind === 'removed') return t(`${where}removed`, { name });
    return parent === '' ? t(`${where}added`, { name }) : t(`${where}addedUnder`, { name, parent });
  }
  if (difference.kind === 'split') return t(`${where}split`, { name, from: difference.from.name });
  if (difference.kind === 'merged') return t(`${where}merged`, { name, into: difference.into.name });
  if (difference.kind === 'renamed') return t(`${where}renamed`, { name, before: difference.before });
  if (difference.kind === 'redefined') {
    const fields = formatList(difference.fields.map(({ field }) => t(`codebookVersions:fieldsInside.${field}`)));
    return t(`${where}redefined`, { name, fields });
  }
  const { before, after } = difference;
  if (before === '') return t(`${where}movedFromTop`, { name, after });
  if (after === '') return t(`${where}movedToTop`, { name, before });
  return t(`${where}moved`, { name, before, after });
}

function prefixOf(tense: Tense): 'codebookVersions:' | 'codebookVersions:future.' {
  return tense === 'past' ? 'codebookVersions:' : 'codebookVersions:future.';
}

function setText(difference: SetDifference, tense: Tense): string {
  const { name } = difference.set;
  const where = prefixOf(tense);
  if (difference.kind === 'setAdded') return t(`${where}setAdded`, { name, count: difference.codes });
  if (difference.kind === 'setRemoved') return t(`${where}setRemoved`, { name });
  if (difference.kind === 'setRenamed') return t(`${where}setRenamed`, { name, before: difference.before });
  if (difference.kind === 'setDescribed') return t(`${where}setDescribed`, { name });
  const parts = (['entered', 'left'] as const).flatMap((way) => {
    const names = difference[way];
    return names.length > 0 ? [t(`${where}${way}`, { count: names.length, names: namesText(names) })] : [];
  });
  return t(`${where}setChanged`, { name, parts: formatList(parts) });
}

/** More than these are counted: nobody reads a sentence of forty names. */
const MOST_NAMES = 4;

/** “Fog”, “Rain” and “Snow”, or of very many the first, and how many more. */
export function namesText(names: readonly string[]): string {
  const quoted = names.map((name) => t('codebookVersions:quoted', { name }));
  if (names.length <= MOST_NAMES) return formatList(quoted);
  const more = t('codebookVersions:more', { count: names.length - MOST_NAMES + 1 });
  return formatList([...quoted.slice(0, MOST_NAMES - 1), more]);
}

/** As a heading. */
export function fieldName(field: ComparedField): string {
  return t(`codebookVersions:fields.${field}`);
}

/** What stands in a field, as a person would say it: inks by name, yes and no in words. */
export function fieldValueText(field: WrittenField, value: string): string {
  if (field === 'isCodable') return t(value === 'true' ? 'codebookVersions:codable' : 'codebookVersions:notCodable');
  if (field === 'shortcut' && value !== '') return value.toUpperCase();
  // Of a colour that is no ink the code stands for itself.
  return field === 'color' ? (findSentence(`codebook:inks.${value}`, {}) ?? value) : value;
}
