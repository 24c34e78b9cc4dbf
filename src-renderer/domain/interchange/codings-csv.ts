import type { CodeTree } from '#domain/codebook/code-tree.ts';
import { quoteAndContext } from '#domain/coding/anchor.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Coder, CoderId, Coding, Source } from '#domain/project/records.ts';
import type { Cell, Guarding } from './csv-format.ts';
import { compareText } from '../project/compare-text.ts';

/** The first four are Taguette's. Columns of variables will come before `format`, which stays last. */
const codingsColumns = [
  'id',
  'document',
  'tag',
  'content',
  'code',
  'coder',
  'start',
  'end',
  'paragraph_start',
  'paragraph_end',
  'context_before',
  'context_after',
  'memo',
  'created_at',
  'modified_at',
  'selection_id',
  'document_id',
  'document_path',
  'code_id',
  'code_color',
  'format',
] as const;

/** A source with its text and all its codings, in any order. */
export interface CodedSource {
  readonly source: Source;
  readonly text: DocText;
  readonly codings: readonly Coding[];
}

/**
 * The sources in the order of the table, those of one name together: since rows are ordered by the document's name first,
 * the rows of namesakes are mixed, and `CodingsTable.rowsOf` needs them at once. Nearly always groups of one.
 */
export function groupByName(sources: Iterable<Source>): Source[][] {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const group = groups.get(source.name);
    if (group) group.push(source);
    else groups.set(source.name, [source]);
  }
  return [...groups.values()].sort(([a], [b]) => compareText(a?.name ?? '', b?.name ?? ''));
}

/**
 * The table of codings, one row each, ordered by document, start, end, tag and id in code units. Rows are made group by
 * group, so that never more texts are in memory than one group has, and the caller can pause between rows.
 */
export class CodingsTable {
  readonly header: readonly string[];
  readonly #hasWeights: boolean;
  readonly #tree: CodeTree;
  readonly #coderNames: ReadonlyMap<CoderId, string>;
  readonly #format: string;

  /** @param hasWeights whether any coding has a weight; only then there is a column for them, after `memo` */
  constructor(tree: CodeTree, coders: Iterable<Coder>, guarding: Guarding, hasWeights = false) {
    this.#hasWeights = hasWeights;
    this.header = hasWeights
      ? codingsColumns.flatMap((column) => (column === 'memo' ? [column, 'weight'] : [column]))
      : codingsColumns;
    this.#tree = tree;
    this.#coderNames = new Map(Array.from(coders, ({ id, name }) => [id, name]));
    this.#format = guarding === 'guarded' ? 'postil-codings/1+guarded' : 'postil-codings/1';
  }

  /** Rows in the order of the columns. Groups must come in the order of `groupByName`. */
  *rowsOf(group: readonly CodedSource[]): Generator<Cell[]> {
    const placed = group.flatMap(({ source, text, codings }) =>
      codings.map((coding) => this.#place(source, text, coding)),
    );
    placed.sort(comparePlaced);
    for (const coding of placed) yield this.#row(coding);
  }

  #place(source: Source, text: DocText, coding: Coding): PlacedCoding {
    const start = text.toCodePoint(coding.startUtf16);
    const end = text.toCodePoint(coding.endUtf16);
    return { source, text, coding, start, end, tag: this.#tree.pathOf(coding.codeId) };
  }

  #row({ source, text, coding, start, end, tag }: PlacedCoding): Cell[] {
    const { quote, contextBefore, contextAfter } = quoteAndContext(text.text, coding.startUtf16, coding.endUtf16);
    const code = this.#tree.get(coding.codeId);
    return [
      coding.id,
      source.name,
      tag,
      quote,
      code?.name ?? '',
      this.#coderNames.get(coding.coderId) ?? '',
      start,
      end,
      text.numberAt(coding.startUtf16),
      text.numberAt(coding.endUtf16 - 1),
      contextBefore,
      contextAfter,
      coding.memo,
      ...(this.#hasWeights ? [coding.weight ?? ''] : []),
      coding.createdAt,
      coding.modifiedAt,
      coding.selectionId,
      source.id,
      source.path,
      coding.codeId,
      code?.color ?? '',
      this.#format,
    ];
  }
}

interface PlacedCoding {
  readonly source: Source;
  readonly text: DocText;
  readonly coding: Coding;
  /** In code points, like `end`. */
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

function comparePlaced(a: PlacedCoding, b: PlacedCoding): number {
  return a.start - b.start || a.end - b.end || compareText(a.tag, b.tag) || compareText(a.coding.id, b.coding.id);
}
