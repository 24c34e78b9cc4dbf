import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CodeId, CoderId, Coding, CodingId, SelectionId, SourceId } from '#domain/project/records.ts';
import { quoteAndContext } from './anchor.ts';
import { CodingEdits, type CodingContent } from './coding-edits.ts';
import { isSameSpan, type Span } from './span.ts';

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
  const onSpan = existing.filter((coding) => coding.coderId === coderId && isSameSpan(coding, span));
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
 * Gives codings of one source another code; where that makes one identical with another, the two are united and the other
 * stays. Those that have the code already are left as they are.
 */
export function recode(
  codings: readonly Coding[],
  codeId: CodeId,
  content: CodingContent,
  environment: Environment,
): Change {
  const edits = new CodingEdits(content.existing, environment);
  const modifiedAt = environment.now();
  for (const coding of codings) {
    if (coding.codeId !== codeId) edits.put({ ...coding, codeId, modifiedAt });
  }
  return edits.toChange(content.memos);
}

/** Gives a passage the codes that others carry; comments and weights are about those others and stay with them. */
export function copyCodes(codings: readonly Coding[], passage: Passage, environment: Environment): Change {
  return applyCodes(
    passage,
    codings.map(({ codeId }) => codeId),
    environment,
  );
}

/**
 * @param weight undefined takes it away
 * @throws RangeError for anything but a whole number from 0 to 100
 */
export function weighCoding(coding: Coding, weight: number | undefined, environment: Environment): Change {
  if (weight !== undefined && !isWeight(weight)) throw new RangeError(`no weight: ${weight}`);
  if (coding.weight === weight) return {};
  const { weight: _, ...rest } = coding;
  const weighed = { ...rest, ...(weight !== undefined && { weight }), modifiedAt: environment.now() };
  return { codings: { updated: [[coding, weighed]] } };
}

export function isWeight(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 100;
}

export function writeCodingMemo(coding: Coding, memo: string, environment: Environment): Change {
  return { codings: { updated: [[coding, { ...coding, memo, modifiedAt: environment.now() }]] } };
}
