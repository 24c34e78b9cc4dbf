/**
 * The flat records a project consists of. Each has a GUID as `id`; they refer to one another by id only. Field names are
 * the words of the glossary. Times are ISO 8601 UTC with milliseconds. Records are never changed in place.
 */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type SourceId = Branded<'SourceId'>;
export type CodeId = Branded<'CodeId'>;
export type CodingId = Branded<'CodingId'>;
export type CoderId = Branded<'CoderId'>;
export type SelectionId = Branded<'SelectionId'>;
export type MemoId = Branded<'MemoId'>;
export type CodeSetId = Branded<'CodeSetId'>;
export type CodebookVersionId = Branded<'CodebookVersionId'>;

/** How sure we are of the encoding a source was read in. */
export type EncodingCertainty = 'marked' | 'valid' | 'guessed';

/** Something a reader could not take, shown on the source: a translatable code with parameters. */
export interface Warning {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A document of the corpus. Its text is kept apart, under `textSha256`, and never changes. */
export interface Source {
  readonly id: SourceId;
  /** Shown name; the file's name without its ending, unless renamed. */
  readonly name: string;
  /** Relative to the imported folder, `/` between parts. */
  readonly path: string;
  readonly mediaType: string;
  readonly encoding: string;
  readonly encodingCertainty: EncodingCertainty;
  /** Hex sha256 of the original bytes. */
  readonly fileSha256: string;
  /** Hex sha256 of the normalised text in UTF-8; the key of the text. */
  readonly textSha256: string;
  readonly sizeInBytes: number;
  /** In code points. */
  readonly characters: number;
  readonly words: number;
  /** Numbered paragraphs: lines that hold more than white space. */
  readonly paragraphs: number;
  readonly warnings: readonly Warning[];
  readonly importedAt: string;
  readonly importedBy: CoderId;
}

/** A theme of the codebook. */
export interface Code {
  readonly id: CodeId;
  readonly parentId: CodeId | null;
  readonly name: string;
  /** Name of one of the sixteen inks, or `#rrggbb`. */
  readonly color: string;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  readonly example: string;
  readonly memo: string;
  /** The key that gives it: a single letter or digit of any script, in lower case, or empty. No two codes have the same. */
  readonly shortcut: string;
  /** False for a code that only groups others. */
  readonly isCodable: boolean;
  /** Order among siblings; any finite number, ties broken by name. */
  readonly position: number;
  /** What it is in a few words, for lists. What is absent here and below nobody has written. */
  readonly summary?: string;
  /** A passage that only just belongs, or only just does not. */
  readonly borderline?: string;
  /** The coding whose passage is the typical example. It may have gone since. */
  readonly exampleCodingId?: CodingId;
  /** Other names it goes by, those of codes merged into it among them. */
  readonly aliases?: readonly string[];
  /** Codes that were merged into this one, so that a comparison can say so. */
  readonly mergedFrom?: readonly CodeId[];
  /** The code it was split off, for the same reason. */
  readonly splitFrom?: CodeId;
  readonly createdAt: string;
  readonly modifiedAt: string;
  /** When its name or description was last changed, where something else was since (colour, key, place). */
  readonly definedAt?: string;
  readonly createdBy: CoderId;
}

/** Codes gathered for a purpose, across the tree. */
export interface CodeSet {
  readonly id: CodeSetId;
  readonly name: string;
  readonly description: string;
  /** In the order they were put in; one that is not in the codebook any more counts as not there. */
  readonly codeIds: readonly CodeId[];
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: CoderId;
}

/** The codebook as it was when somebody gave that state a name. Never changed but for name and note. */
export interface CodebookVersion {
  readonly id: CodebookVersionId;
  readonly name: string;
  readonly note: string;
  readonly codes: readonly Code[];
  readonly sets: readonly CodeSet[];
  /** Absent where it had none. */
  readonly introduction?: string;
  readonly createdAt: string;
  readonly createdBy: CoderId;
}

/** One code on one span of one source by one coder. */
export interface Coding {
  readonly id: CodingId;
  readonly sourceId: SourceId;
  readonly codeId: CodeId;
  readonly coderId: CoderId;
  /** Shared by all codings of one coder on the same span of one source. */
  readonly selectionId: SelectionId;
  readonly startUtf16: number;
  /** Exclusive; always greater than `startUtf16`. */
  readonly endUtf16: number;
  /** The text of the span when it was coded, for re-anchoring. */
  readonly quote: string;
  /** Up to 32 characters of text before and after the span, for re-anchoring. */
  readonly contextBefore: string;
  readonly contextAfter: string;
  /** The comment on the coding: a line or two; what is longer is a memo of its own. */
  readonly memo: string;
  /** How much the passage speaks for the code, 0 to 100; absent where nobody has weighed it. */
  readonly weight?: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** What a memo is for. `quotation`: a passage to be used in the writing. */
export const memoTypes = ['note', 'theoretical', 'methodological', 'quotation'] as const;
export type MemoType = (typeof memoTypes)[number];

/** What a memo is about. A passage needs no coding; it is anchored as a coding is. */
export type MemoSubject =
  | { readonly kind: 'project' }
  | { readonly kind: 'source'; readonly sourceId: SourceId }
  | {
      readonly kind: 'passage';
      readonly sourceId: SourceId;
      readonly startUtf16: number;
      /** Exclusive; always greater than `startUtf16`. */
      readonly endUtf16: number;
      readonly quote: string;
      readonly contextBefore: string;
      readonly contextAfter: string;
    }
  | { readonly kind: 'coding'; readonly codingId: CodingId }
  | { readonly kind: 'code'; readonly codeId: CodeId };

/** A thought, kept apart from what it is about. */
export interface Memo {
  readonly id: MemoId;
  readonly subject: MemoSubject;
  readonly type: MemoType;
  /** May be empty; a list then shows how the body begins. */
  readonly title: string;
  /** Markdown of the small subset that `domain/memos/` reads and writes. */
  readonly body: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: CoderId;
}

export interface Coder {
  readonly id: CoderId;
  readonly name: string;
  readonly createdAt: string;
}

/** The one record about the project itself. */
export interface ProjectRecord {
  readonly id: string;
  readonly name: string;
  /** What stands before the codes of the codebook: how to code with it. Paragraphs are lines; absent where nobody has written it. */
  readonly codebookIntroduction?: string;
  readonly createdAt: string;
}

/** The families of records, by the name of their table. */
export interface RecordFamilies {
  project: ProjectRecord;
  coders: Coder;
  sources: Source;
  codes: Code;
  codings: Coding;
  memos: Memo;
  codeSets: CodeSet;
  codebookVersions: CodebookVersion;
}
export type FamilyName = keyof RecordFamilies;
export const familyNames = [
  'project',
  'coders',
  'sources',
  'codes',
  'codings',
  'memos',
  'codeSets',
  'codebookVersions',
] as const satisfies readonly FamilyName[];
