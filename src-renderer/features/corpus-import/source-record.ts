import type { ImportedDocument } from '#contract/corpus-import.ts';
import { countWords } from '#domain/corpus/count-words.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { CoderId, Source, SourceId } from '#domain/project/records.ts';

export interface ImportCircumstances {
  readonly id: SourceId;
  readonly importedAt: string;
  readonly importedBy: CoderId;
}

/** What is read off a text once and kept with its source. */
export function measureText(text: string): Pick<Source, 'characters' | 'words' | 'paragraphs'> {
  const docText = new DocText(text);
  return { characters: docText.lengthInCodePoints, words: countWords(text), paragraphs: docText.numberedCount };
}

/** The source that a document becomes; its text is stored apart. */
export function sourceRecord(
  document: Omit<ImportedDocument, 'originalBytes'>,
  { id, importedAt, importedBy }: ImportCircumstances,
): Source {
  const { text, ...file } = document;
  return { id, ...file, ...measureText(text), importedAt, importedBy };
}
