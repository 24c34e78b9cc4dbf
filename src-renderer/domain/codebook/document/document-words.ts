import type { CodeCounts, Criterion } from './codebook-document.ts';

/** The words of a codebook as a document, in whatever language the person reads. */
export interface DocumentWords {
  readonly title: string;
  /** Beneath the title: "16 codes in 5 groups, 312 codings by 2 coders". */
  readonly subtitle: string;
  readonly criteria: Readonly<Record<Criterion, string>>;
  readonly aliases: string;
  readonly onlyGroup: string;
  /** Null where counts are not wanted. */
  readonly counts: ((counts: CodeCounts) => string) | null;
  /** Where a quotation stands: "Letters, week 11, ¶ 9". */
  readonly place: (source: string, paragraph: number) => string;
  /** BCP 47. */
  readonly language: string;
}
