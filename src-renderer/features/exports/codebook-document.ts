import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import {
  chooseQuotations,
  codebookDocument,
  countBranches,
  type CodebookContent,
  type CodebookEntry,
  type QuotedPassage,
} from '#domain/codebook/document/codebook-document.ts';
import type { DocumentWords } from '#domain/codebook/document/document-words.ts';
import type { CodeId, Coding, SourceId } from '#domain/project/records.ts';
import { codebookSubtitle } from '#features/codebook/index.ts';
import { currentLocale, formatNumber, t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { pause } from './pause.ts';

/** What a person may leave out of the codebook as a document, or have more of. */
export interface DocumentOptions {
  /** At most so many a code, 0 to `MOST_QUOTATIONS`. */
  readonly quotations: number;
  readonly hasCounts: boolean;
  readonly hasMemos: boolean;
}

export const MOST_QUOTATIONS = 5;
export const usualDocument: DocumentOptions = { quotations: 2, hasCounts: true, hasMemos: true };

/** What the writers of documents take. */
export interface CodebookDocument extends CodebookContent {
  readonly words: DocumentWords;
}

const TEXTS_PER_READ = 32;

/** The codebook as it is now, with its quotations and where they stand. */
export async function readCodebookDocument(
  project: OpenProject,
  { quotations, hasCounts, hasMemos }: DocumentOptions,
): Promise<CodebookDocument> {
  await project.loadAllCodings(pause);
  const tree = buildCodeTree(project.codes.values());
  const codings = [...project.codings.values()];
  const chosen = chooseForAll(tree.codes(), codings, { limit: quotations, sources: project.sources });
  const passages = await readPassages(project, [...chosen.values()].flat());
  const entries = codebookDocument(tree, {
    ...countBranches(tree, codings),
    quotationsOf: ({ id }) => (chosen.get(id) ?? []).flatMap((coding) => passages.get(coding) ?? []),
  });
  const coders = new Set(codings.map(({ coderId }) => coderId)).size;
  const total = { codings: codings.length, sources: project.counts.codedSources, coders };
  return {
    introduction: project.project.codebookIntroduction ?? '',
    tree,
    entries: hasMemos ? entries : entries.map(withoutMemo),
    words: documentWords(project.project.name, codebookSubtitle(tree, hasCounts ? total : null), hasCounts),
  };
}

function chooseForAll(
  codes: readonly Parameters<typeof chooseQuotations>[0][],
  codings: readonly Coding[],
  choice: Parameters<typeof chooseQuotations>[2],
): Map<CodeId, Coding[]> {
  if (choice.limit === 0) return new Map();
  const byCode = groupBy(codings, ({ codeId }) => codeId);
  return new Map(codes.map((code) => [code.id, chooseQuotations(code, byCode.get(code.id) ?? [], choice)]));
}

/** Paragraph numbers stand in no record: the texts are read, some at a time. */
async function readPassages(project: OpenProject, codings: readonly Coding[]): Promise<Map<Coding, QuotedPassage>> {
  const bySource = [...groupBy(codings, ({ sourceId }) => sourceId)];
  const passages = new Map<Coding, QuotedPassage>();
  for (let from = 0; from < bySource.length; from += TEXTS_PER_READ) {
    const some: [SourceId, Coding[]][] = bySource.slice(from, from + TEXTS_PER_READ);
    const texts = await project.loadTexts(some.map(([id]) => id));
    for (const [id, quoted] of some) {
      const source = project.sources.get(id)?.name ?? '';
      for (const coding of quoted) {
        const paragraph = texts.get(id)?.numberAt(coding.startUtf16) ?? 1;
        passages.set(coding, { text: coding.quote, source, paragraph });
      }
    }
    await pause();
  }
  return passages;
}

function withoutMemo(entry: CodebookEntry): CodebookEntry {
  return { ...entry, criteria: entry.criteria.filter(({ field }) => field !== 'memo') };
}

function documentWords(project: string, subtitle: string, hasCounts: boolean): DocumentWords {
  return {
    title: t('codebookPage:documentTitle', { project }),
    subtitle,
    criteria: {
      include: t('codebookPage:fields.include'),
      exclude: t('codebookPage:fields.exclude'),
      example: t('codebookPage:fields.example'),
      borderline: t('codebookPage:fields.borderline'),
      memo: t('codebookPage:fields.memo'),
    },
    aliases: t('codebookPage:fields.aliases'),
    onlyGroup: t('codebookPage:onlyGroup'),
    counts: hasCounts
      ? ({ codings, sources }) =>
          t('codebookPage:countsOf', {
            codings: t('common:codings', { count: codings }),
            sources: t('common:sources', { count: sources }),
          })
      : null,
    place: (source, paragraph) => t('codebookPage:place', { source, number: formatNumber(paragraph) }),
    language: currentLocale(),
  };
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
