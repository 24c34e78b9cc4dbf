import type { ImportedDocument } from '#contract/corpus-import.ts';

/** What a format's reader makes of a file. The text is normalised afterwards, the same way for every format. */
export interface ReadText extends Pick<
  ImportedDocument,
  'mediaType' | 'encoding' | 'encodingCertainty' | 'originalBytes' | 'warnings'
> {
  readonly text: string;
}

/** Throws a ProblemError for a file it cannot read. */
export type Reader = (bytes: Buffer) => ReadText;
