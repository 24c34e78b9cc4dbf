import { createMemo, passageSubject } from '#domain/memos/change-memos.ts';
import { parseMarkup, writeMarkup, type Block, type Inline, type LinkTarget } from '#domain/memos/memo-markup.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, Coder, Coding, Memo, MemoId, MemoSubject, Source } from '#domain/project/records.ts';
import { findOccurrence, known } from './sample-places.ts';
import type { SampleDescription } from './sample-description.ts';

/** What memos can be on or lead to: sources by file, codes and codings by key. */
export interface SampleThings {
  readonly sources: ReadonlyMap<string, { readonly source: Source; readonly text: string }>;
  readonly coders: readonly Coder[];
  readonly codes: ReadonlyMap<string, Code>;
  readonly codings: ReadonlyMap<string, Coding>;
}

export function makeMemos(description: SampleDescription, things: SampleThings, environment: Environment): Memo[] {
  const sources = new Map(description.sources.map(({ key, file }) => [key, known(things.sources, file)]));
  const coders = new Map(things.coders.map(({ name, id }) => [name, id]));
  const ids = new Map(description.memos.map(({ key }) => [key, environment.newId() as MemoId]));
  const idOf = ({ kind, id: key }: LinkTarget): string => {
    if (kind === 'memo') return known(ids, key);
    if (kind === 'source') return known(sources, key).source.id;
    return kind === 'code' ? known(things.codes, key).id : known(things.codings, key).id;
  };
  const subjectOf = ({ on }: SampleDescription['memos'][number]): MemoSubject => {
    if (on.kind === 'project') return on;
    if (on.kind === 'code') return { kind: 'code', codeId: known(things.codes, on.code).id };
    if (on.kind === 'coding') return { kind: 'coding', codingId: known(things.codings, on.coding).id };
    const { source, text } = known(sources, on.source);
    if (on.kind === 'source') return { kind: 'source', sourceId: source.id };
    const startUtf16 = findOccurrence(text, on.quote, on.occurrence);
    return passageSubject(source.id, new DocText(text), { startUtf16, endUtf16: startUtf16 + on.quote.length });
  };
  return description.memos.flatMap((memo) => {
    const { key, type, title, coder } = memo;
    const body = writeMarkup(parseMarkup(memo.body).map((block) => withIds(block, idOf)));
    const record = {
      id: known(ids, key),
      subject: subjectOf(memo),
      type,
      title,
      body,
      createdBy: known(coders, coder),
    };
    return createMemo(record, environment).memos?.added ?? [];
  });
}

/** A block whose links say ids. */
function withIds(block: Block, idOf: (target: LinkTarget) => string): Block {
  const replace = (content: readonly Inline[]): Inline[] =>
    content.map((inline) =>
      inline.kind === 'link' ? { ...inline, target: { ...inline.target, id: idOf(inline.target) } } : inline,
    );
  return block.kind === 'paragraph'
    ? { ...block, content: replace(block.content) }
    : { ...block, items: block.items.map(replace) };
}
