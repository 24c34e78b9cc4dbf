import type { Span } from '#domain/coding/span.ts';
import type { CodeId, Coding } from '#domain/project/records.ts';
import type { EdgeNews } from './edges.ts';
import type { ChooseMarks } from './mark-layer.ts';
import type { PortraitParts } from './portrait.ts';
import type { ReaderView } from './reader-view.ts';

/** The elements of the reader, rendered once by React and never touched by it again. */
export interface ReaderParts {
  readonly scroller: HTMLElement;
  readonly host: HTMLElement;
  readonly above: HTMLElement;
  readonly below: HTMLElement;
  readonly stripes: HTMLElement;
  readonly marks: HTMLElement;
  readonly portrait: PortraitParts;
  readonly caret: HTMLElement;
  readonly edges: HTMLElement;
}

/** Where someone was in a text: what is at the top of the window, and the caret. UTF-16 offsets. */
export interface ReadingPlace {
  readonly top: number;
  /** Pixels of the top paragraph that were above the window. */
  readonly hidden: number;
  readonly anchor: number;
  readonly focus: number;
}

export interface ReaderEvents {
  readonly onCaret: (view: ReaderView) => void;
  readonly onPlace: (place: ReadingPlace) => void;
  readonly onPoint: (coding: Coding | null) => void;
  readonly onChooseCoding: (coding: Coding) => void;
  readonly onChooseMarks: ChooseMarks;
  /** Codings for which the margin had no room, to be listed at a point of the window. */
  readonly onListCodings: (codings: readonly Coding[], at: { readonly x: number; readonly y: number }) => void;
  /** An end of a coding was let go. Settles when it is saved, or is not going to be. */
  readonly onResizeCoding: (coding: Coding, span: Span) => Promise<void>;
  /** A code was dropped on a passage. */
  readonly onDropCode: (codeId: CodeId, span: Span) => void;
  readonly onEdge: (news: EdgeNews) => void;
}
