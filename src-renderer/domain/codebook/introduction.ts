import type { Change } from '#domain/history/change.ts';
import type { Code, ProjectRecord } from '#domain/project/records.ts';
import { buildCodeTree } from './code-tree.ts';
import { saysTheSame, twoStates } from './mentions/compare-mentions.ts';

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

interface Introduced {
  readonly introduction?: string;
  readonly codes: readonly Code[];
}

/** Nothing, or the one difference there can be. That a code it names is called otherwise is told of that code. */
export function compareIntroductions(earlier: Introduced, later: Introduced): IntroductionDifference[] {
  const [before, after] = [earlier.introduction ?? '', later.introduction ?? ''];
  if (before === after) return [];
  const states = twoStates(buildCodeTree(earlier.codes), buildCodeTree(later.codes));
  const isSame = saysTheSame(before, after, states);
  return isSame ? [] : [{ kind: 'introduction', before, after }];
}
