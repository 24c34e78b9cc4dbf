import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import { withMemosOf } from '#domain/memos/memos-gone.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CodeId, CoderId, Coding, CodingId, Memo, SelectionId, SourceId } from '#domain/project/records.ts';
import { quoteAndContext } from './anchor.ts';
import type { Span } from './span.ts';

export interface Passage {
  readonly sourceId: SourceId;
  readonly text: DocText;
  readonly span: Span;
  readonly coderId: CoderId;
  /** All codings of the source that touch the span. */
  readonly existing: readonly Coding[];
}

/**
 * Codes a passage. A code this coder has already given to exactly this span is left as it is, so identical codings cannot
 * arise; all codings of one coder on one span share their selection id.
 */
export function applyCodes(passage: Passage, codeIds: readonly CodeId[], environment: Environment): Change {
  const { sourceId, text, span, coderId, existing } = passage;
  const onSpan = existing.filter((coding) => coding.coderId === coderId && isOn(coding, span));
  const taken = new Set(onSpan.map(({ codeId }) => codeId));
  const selectionId = onSpan[0]?.selectionId ?? (environment.newId() as SelectionId);
  const at = environment.now();
  const anchor = quoteAndContext(text.text, span.startUtf16, span.endUtf16);
  const added = [...new Set(codeIds)]
    .filter((codeId) => !taken.has(codeId))
    .map((codeId): Coding => ({
      id: environment.newId() as CodingId,
      sourceId,
      codeId,
      coderId,
      selectionId,
      startUtf16: span.startUtf16,
      endUtf16: span.endUtf16,
      ...anchor,
      memo: '',
      createdAt: at,
      modifiedAt: at,
    }));
  return { codings: { added } };
}

export function removeCodings(codings: readonly Coding[]): Change {
  return { codings: { removed: codings } };
}

/**
 * Gives a coding another code; where that makes it identical with another one, the other stays and this one goes, and its
 * memos go to the other.
 */
export function recode(
  coding: Coding,
  codeId: CodeId,
  content: { readonly existing: readonly Coding[]; readonly memos: Iterable<Memo> },
  environment: Environment,
): Change {
  const double = content.existing.find(
    (other) =>
      other.id !== coding.id && other.codeId === codeId && other.coderId === coding.coderId && isOn(other, coding),
  );
  if (double) {
    return withMemosOf({ codings: { removed: [coding] } }, content.memos, new Map([[coding.id, double.id]]));
  }
  return { codings: { updated: [[coding, { ...coding, codeId, modifiedAt: environment.now() }]] } };
}

export function writeCodingMemo(coding: Coding, memo: string, environment: Environment): Change {
  return { codings: { updated: [[coding, { ...coding, memo, modifiedAt: environment.now() }]] } };
}

function isOn(coding: Coding, span: Span): boolean {
  return coding.startUtf16 === span.startUtf16 && coding.endUtf16 === span.endUtf16;
}
