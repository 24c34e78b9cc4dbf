import { SHOW_ALL, type CodingFilter } from '#domain/coding/coding-filter.ts';
import type { Span } from '#domain/coding/span.ts';
import type { CodeId, Coding, CodingId, SourceId } from '#domain/project/records.ts';

/** What is being read and coded right now: what the inspector, the palette and the status line look at. */
export interface SessionState {
  readonly sourceId: SourceId | null;
  /** What is selected, without white space at its edges; null when nothing to code is selected. */
  readonly selection: Span | null;
  readonly selectedWords: number;
  readonly caret: number;
  /** Codings on the selection, or those the caret stands in, shortest first. */
  readonly codingsHere: readonly Coding[];
  /** The coding that was clicked or stepped to. */
  readonly chosenId: CodingId | null;
  /** The code whose definition is in view. */
  readonly codeAtHand: CodeId | null;
  /** Codes most recently given, newest first. */
  readonly recent: readonly CodeId[];
  /** Which codings are to be seen. */
  readonly filter: CodingFilter;
  /** The codes that were given last, together on one passage: what "again" means. */
  readonly lastGiven: readonly CodeId[];
  /** Codes taken from a passage, to be given to another. */
  readonly copied: readonly CodeId[];
  /** Letters and digits give their codes, sentence after sentence. */
  readonly isCodingMode: boolean;
  /** The field of a coding's weight is to have the focus as soon as it is there. */
  readonly isWeightWanted: boolean;
  /** What a screen reader shall say next; counted, since the same may be said twice. */
  readonly said: { readonly words: string; readonly count: number };
}

export const sessionBegins: SessionState = {
  sourceId: null,
  selection: null,
  selectedWords: 0,
  caret: 0,
  codingsHere: [],
  chosenId: null,
  codeAtHand: null,
  recent: [],
  filter: SHOW_ALL,
  lastGiven: [],
  copied: [],
  isCodingMode: false,
  isWeightWanted: false,
  said: { words: '', count: 0 },
};
