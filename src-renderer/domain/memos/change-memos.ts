import { quoteAndContext } from '#domain/coding/anchor.ts';
import type { Span } from '#domain/coding/span.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CoderId, Memo, MemoId, MemoSubject, SourceId } from '#domain/project/records.ts';

/** What a person writes of a memo; the rest is known. */
export type MemoFields = Pick<Memo, 'title' | 'body' | 'type'>;

/** A passage as a memo's subject: anchored by quote and context, as codings are. */
export function passageSubject(sourceId: SourceId, text: DocText, { startUtf16, endUtf16 }: Span): MemoSubject {
  return { kind: 'passage', sourceId, startUtf16, endUtf16, ...quoteAndContext(text.text, startUtf16, endUtf16) };
}

/** @param memo.id made by the caller, who may have to know the memo before it is written */
export function createMemo(
  memo: MemoFields & { readonly id: MemoId; readonly subject: MemoSubject; readonly createdBy: CoderId },
  environment: Environment,
): Change {
  const at = environment.now();
  return { memos: { added: [{ ...memo, createdAt: at, modifiedAt: at }] } };
}

/** Nothing where nothing is other than it was. */
export function updateMemo(memo: Memo, fields: Partial<MemoFields>, environment: Environment): Change {
  const to: Memo = { ...memo, ...fields };
  if (to.title === memo.title && to.body === memo.body && to.type === memo.type) return {};
  return { memos: { updated: [[memo, { ...to, modifiedAt: environment.now() }]] } };
}

export function removeMemos(memos: readonly Memo[]): Change {
  return { memos: { removed: memos } };
}

/** Whether there is nothing in it worth keeping. */
export function isBlank({ title, body }: Pick<Memo, 'title' | 'body'>): boolean {
  return title.trim() === '' && body.trim() === '';
}
