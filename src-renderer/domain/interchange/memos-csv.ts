import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import { placeOf, type MemoPlace } from '#domain/memos/memo-list.ts';
import type { Coder, CoderId, Coding, CodingId, Memo, Source, SourceId } from '#domain/project/records.ts';
import type { Cell, Guarding } from './csv-format.ts';
import { compareText } from '../project/compare-text.ts';

export const memosColumns = [
  'id',
  'title',
  'type',
  'text',
  'about',
  'document',
  'paragraph_start',
  'paragraph_end',
  'start',
  'end',
  'quote',
  'code',
  'tag',
  'coder',
  'created_at',
  'modified_at',
  'document_id',
  'document_path',
  'code_id',
  'coding_id',
  'format',
] as const;

export interface MemosWorld {
  readonly tree: CodeTree;
  readonly coders: ReadonlyMap<CoderId, Coder>;
  readonly codings: ReadonlyMap<CodingId, Coding>;
  readonly sources: ReadonlyMap<SourceId, Source>;
}

/** The sources whose texts the rows are made with: those with memos on their words. */
export function sourcesWithMemos(memos: Iterable<Memo>, codings: ReadonlyMap<CodingId, Coding>): SourceId[] {
  const placed = [...memos].filter(({ subject }) => subject.kind !== 'source');
  return [...new Set(placed.flatMap((memo) => placeOf(memo, codings)?.sourceId ?? []))];
}

/**
 * The memos as rows, those on the project first, then those on codes in the order of the codebook, then by document, start and end; what
 * is about the same by time. `text` is the memo's Markdown, `about` what kind of thing it is on; offsets are code points, end
 * exclusive, empty where a memo is not on words.
 *
 * @param texts of `sourcesWithMemos`
 */
export function memoRows(
  memos: Iterable<Memo>,
  world: MemosWorld,
  texts: ReadonlyMap<SourceId, DocText>,
  guarding: Guarding,
): Cell[][] {
  const codeRanks = new Map(world.tree.rows.map(({ code }, index) => [code.id, index]));
  const placed = [...memos].map((memo): PlacedMemo => {
    const place = placeOf(memo, world.codings);
    const source = place ? world.sources.get(place.sourceId) : undefined;
    const codeId = memo.subject.kind === 'code' ? memo.subject.codeId : null;
    return { memo, place, source, rank: source ? 2 : codeId ? 1 : 0, codeRank: (codeId && codeRanks.get(codeId)) ?? 0 };
  });
  placed.sort(comparePlaced);
  const format = guarding === 'guarded' ? 'postil-memos/1+guarded' : 'postil-memos/1';
  return placed.map((one) => rowOf(one, world, texts, format));
}

interface PlacedMemo {
  readonly memo: Memo;
  readonly place: MemoPlace | null;
  readonly source: Source | undefined;
  readonly rank: number;
  readonly codeRank: number;
}

function comparePlaced(a: PlacedMemo, b: PlacedMemo): number {
  return (
    a.rank - b.rank ||
    a.codeRank - b.codeRank ||
    compareText(a.source?.name ?? '', b.source?.name ?? '') ||
    compareText(a.source?.id ?? '', b.source?.id ?? '') ||
    (a.place?.startUtf16 ?? 0) - (b.place?.startUtf16 ?? 0) ||
    (a.place?.endUtf16 ?? 0) - (b.place?.endUtf16 ?? 0) ||
    compareText(a.memo.createdAt, b.memo.createdAt) ||
    compareText(a.memo.id, b.memo.id)
  );
}

function rowOf(
  { memo, place, source }: PlacedMemo,
  world: MemosWorld,
  texts: ReadonlyMap<SourceId, DocText>,
  format: string,
): Cell[] {
  const { subject } = memo;
  const coding = subject.kind === 'coding' ? world.codings.get(subject.codingId) : undefined;
  const codeId = subject.kind === 'code' ? subject.codeId : coding?.codeId;
  const code = codeId && world.tree.get(codeId);
  return [
    memo.id,
    memo.title,
    memo.type,
    memo.body,
    subject.kind,
    source?.name ?? '',
    ...placeCells(subject.kind === 'source' ? null : place, place ? texts.get(place.sourceId) : undefined),
    code?.name ?? '',
    code ? world.tree.pathOf(code.id) : '',
    world.coders.get(memo.createdBy)?.name ?? '',
    memo.createdAt,
    memo.modifiedAt,
    source?.id ?? '',
    source?.path ?? '',
    codeId ?? '',
    coding?.id ?? '',
    format,
  ];
}

/** Paragraphs, code points and words of a place in a text; empty where there is none. */
function placeCells(place: MemoPlace | null, text: DocText | undefined): Cell[] {
  if (!place || !text) return ['', '', '', '', ''];
  const { startUtf16, endUtf16 } = place;
  return [
    text.numberAt(startUtf16),
    text.numberAt(endUtf16 - 1),
    text.toCodePoint(startUtf16),
    text.toCodePoint(endUtf16),
    text.text.slice(startUtf16, endUtf16),
  ];
}
