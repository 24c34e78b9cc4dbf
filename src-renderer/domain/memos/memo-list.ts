import type { Span } from '#domain/coding/span.ts';
import type {
  CoderId,
  CodeId,
  Coding,
  CodingId,
  Memo,
  MemoSubject,
  MemoType,
  SourceId,
} from '#domain/project/records.ts';
import { parseMarkup, plainText } from './memo-markup.ts';
import { compareText } from '../project/compare-text.ts';

/** Which memos are listed, and how. An empty list of wishes wishes nothing. */
export interface MemoFilter {
  readonly scope: 'source' | 'project';
  readonly types: readonly MemoType[];
  readonly kinds: readonly MemoSubject['kind'][];
  readonly authors: readonly CoderId[];
  /** Words that must all be there, in title, text or quotation, as parts of words too. */
  readonly words: string;
  readonly order: 'place' | 'time';
}

/** What memos are on: where codings lie, and which source and code comes before which. */
export interface MemoSurroundings {
  readonly codings: ReadonlyMap<CodingId, Coding>;
  readonly rankOfSource: (id: SourceId) => number;
  readonly rankOfCode: (id: CodeId) => number;
}

export interface MemoPlace extends Span {
  readonly sourceId: SourceId;
}

/** Where in the corpus a memo belongs; null for memos on the project and on codes. One on a source stands at its beginning. */
export function placeOf({ subject }: Pick<Memo, 'subject'>, codings: ReadonlyMap<CodingId, Coding>): MemoPlace | null {
  if (subject.kind === 'source') return { sourceId: subject.sourceId, startUtf16: 0, endUtf16: 0 };
  if (subject.kind === 'passage') return subject;
  return subject.kind === 'coding' ? (codings.get(subject.codingId) ?? null) : null;
}

/** Memos on words of a source (passages and codings), in the order of the text. */
export function memosInText(
  memos: Iterable<Memo>,
  sourceId: SourceId,
  codings: ReadonlyMap<CodingId, Coding>,
): { memo: Memo; place: MemoPlace }[] {
  return [...memos]
    .flatMap((memo) => {
      const place = memo.subject.kind === 'source' ? null : placeOf(memo, codings);
      return place?.sourceId === sourceId ? [{ memo, place }] : [];
    })
    .sort((a, b) => comparePlaces(a.place, b.place) || compareTimes(a.memo, b.memo));
}

/** The memos asked for: by place (project, codes, then sources from beginning to end) or the latest change first. */
export function listMemos(
  memos: Iterable<Memo>,
  sourceId: SourceId | null,
  filter: MemoFilter,
  around: MemoSurroundings,
): Memo[] {
  const wanted = wordsOf(filter.words);
  const listed = [...memos].filter(
    (memo) =>
      (filter.scope === 'project' || (sourceId !== null && placeOf(memo, around.codings)?.sourceId === sourceId)) &&
      isWished(filter.types, memo.type) &&
      isWished(filter.kinds, memo.subject.kind) &&
      isWished(filter.authors, memo.createdBy) &&
      wanted.every((word) => wordsIn(memo, around.codings).includes(word)),
  );
  if (filter.order === 'time') return latestFirst(listed);
  const places = new Map(listed.map((memo) => [memo, rankOf(memo, around)]));
  return listed.sort((a, b) => compareRanks(places.get(a) ?? [], places.get(b) ?? []) || compareTimes(a, b));
}

/** The latest change first: the order of lists that ask for no other. */
export function latestFirst(memos: Iterable<Memo>): Memo[] {
  return [...memos].sort((a, b) => compareTimes(b, a));
}

function isWished<T>(wishes: readonly T[], value: T): boolean {
  return wishes.length === 0 || wishes.includes(value);
}

function rankOf(memo: Memo, { codings, rankOfSource, rankOfCode }: MemoSurroundings): number[] {
  if (memo.subject.kind === 'project') return [0];
  if (memo.subject.kind === 'code') return [1, rankOfCode(memo.subject.codeId)];
  const place = placeOf(memo, codings);
  return place ? [2, rankOfSource(place.sourceId), place.startUtf16, place.endUtf16] : [3];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function comparePlaces(a: Span, b: Span): number {
  return a.startUtf16 - b.startUtf16 || a.endUtf16 - b.endUtf16;
}

function compareTimes(a: Memo, b: Memo): number {
  return compareText(a.modifiedAt, b.modifiedAt) || compareText(a.id, b.id);
}

const texts = new WeakMap<Memo, string>();

/** A memo's words without its markup; read once for each state of a memo. */
export function textOf(memo: Memo): string {
  let text = texts.get(memo);
  if (text === undefined) texts.set(memo, (text = plainText(parseMarkup(memo.body))));
  return text;
}

const TITLE_LENGTH = 80;

/** The title, or how the body begins where there is none; empty where there is nothing. */
export function titleOf(memo: Memo): string {
  if (memo.title.trim() !== '') return memo.title.trim();
  const [line = ''] = textOf(memo).split('\n');
  if (line.length <= TITLE_LENGTH) return line;
  // Not in the middle of a character.
  return `${Array.from(line.slice(0, TITLE_LENGTH)).slice(0, -1).join('').trimEnd()} …`;
}

function wordsIn(memo: Memo, codings: ReadonlyMap<CodingId, Coding>): string {
  const { subject } = memo;
  const quote =
    subject.kind === 'passage' ? subject.quote : subject.kind === 'coding' ? codings.get(subject.codingId)?.quote : '';
  return folded(`${memo.title}\n${textOf(memo)}\n${quote ?? ''}`);
}

function wordsOf(words: string): string[] {
  return folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
