import type { Change } from '#domain/history/change.ts';
import type { ProjectRecord } from '#domain/project/records.ts';

/** Writes what stands before the codes of the codebook; empty: nothing stands there any more. */
export function writeIntroduction(project: ProjectRecord, text: string): Change {
  const { codebookIntroduction: before = '', ...rest } = project;
  const written = text.trim() === '' ? '' : text;
  if (written === before) return {};
  return { project: { updated: [[project, written === '' ? rest : { ...rest, codebookIntroduction: written }]] } };
}

/** The introduction before and after; each empty where there was none. */
export interface IntroductionDifference {
  readonly kind: 'introduction';
  readonly before: string;
  readonly after: string;
}

/** Nothing, or the one difference there can be. */
export function compareIntroductions(before = '', after = ''): IntroductionDifference[] {
  return before === after ? [] : [{ kind: 'introduction', before, after }];
}
