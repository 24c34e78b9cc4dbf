import { isWeight } from '#domain/coding/change-codings.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CodeId, CoderId, Coding, CodingId, SourceId } from '#domain/project/records.ts';
import type { CodingLedger } from './coding-ledger.ts';
import type { FoundPassage } from './passage-finder.ts';
import type { CellOf, TableColumns } from './read-table.ts';
import type { RowProblem, TableProblem } from './table-problem.ts';

/** What a row is about. */
export interface RowSubject {
  readonly sourceId: SourceId;
  readonly codeId: CodeId;
  readonly coderId: CoderId;
  readonly passage: FoundPassage;
}

export type RowEffect = 'added' | 'updated' | 'unchanged';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const OUR_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Makes codings of rows and writes them to the ledger. */
export class CodingRows {
  readonly #isOurs: boolean;
  readonly #ledger: CodingLedger;
  readonly #environment: Environment;
  readonly #warnings: RowProblem[];
  readonly #id: CellOf;
  readonly #memo: CellOf;
  readonly #hasMemo: boolean;
  readonly #weight: CellOf;
  readonly #hasWeight: boolean;
  readonly #createdAt: CellOf;
  readonly #modifiedAt: CellOf;
  readonly #selectionId: CellOf;
  readonly #seenIds = new Set<string>();

  constructor(
    columns: TableColumns,
    isOurs: boolean,
    ledger: CodingLedger,
    environment: Environment,
    warnings: RowProblem[],
  ) {
    this.#isOurs = isOurs;
    this.#ledger = ledger;
    this.#environment = environment;
    this.#warnings = warnings;
    this.#id = columns.column('id');
    this.#memo = columns.column('memo');
    this.#hasMemo = columns.has('memo');
    this.#weight = columns.column('weight');
    // Others may call something else a weight.
    this.#hasWeight = isOurs && columns.has('weight');
    this.#createdAt = columns.column('created_at');
    this.#modifiedAt = columns.column('modified_at');
    this.#selectionId = columns.column('selection_id');
  }

  /** @param document the source's name, for warnings */
  take(cells: readonly string[], row: number, subject: RowSubject, document: string): RowEffect {
    const warn = (problem: TableProblem): void => void this.#warnings.push({ row, problem });
    const id = this.#idOf(cells, warn);
    const known = this.#ledger.get(id);
    const identical = this.#ledger.findIdentical(spanOf(subject), subject.codeId);
    if (identical && identical.id !== id) {
      if (known) warn({ code: 'codingDoubled', params: { document } });
      return this.#addTo(identical, cells, warn, document);
    }
    const coding = this.#codingOf(cells, id, known, subject, warn);
    if (known && isSame(known, coding)) return 'unchanged';
    if (!known) {
      this.#ledger.put(coding);
      return 'added';
    }
    // An edit made in a spreadsheet leaves the old time in the table.
    const modifiedAt = coding.modifiedAt > known.modifiedAt ? coding.modifiedAt : this.#environment.now();
    this.#ledger.put({ ...coding, modifiedAt });
    return 'updated';
  }

  /**
   * In tables of others an id need not be a coding's: Taguette numbers highlights, and repeats the number for each tag. There
   * only GUIDs are kept.
   */
  #idOf(cells: readonly string[], warn: (problem: TableProblem) => void): CodingId {
    const id = this.#id(cells).trim();
    const isUsable = this.#isOurs ? id !== '' : GUID.test(id);
    if (isUsable && !this.#seenIds.has(id)) {
      this.#seenIds.add(id);
      return id as CodingId;
    }
    if (isUsable && this.#isOurs) warn({ code: 'idRepeated', params: { id } });
    return this.#environment.newId() as CodingId;
  }

  #codingOf(
    cells: readonly string[],
    id: CodingId,
    known: Coding | undefined,
    subject: RowSubject,
    warn: (problem: TableProblem) => void,
  ): Coding {
    const { startUtf16, endUtf16, quote, contextBefore, contextAfter } = subject.passage;
    const wanted = this.#selectionId(cells).trim();
    const newId = this.#environment.newId;
    const weight = this.#hasWeight ? this.#weightOf(cells, known, warn) : known?.weight;
    const createdAt = this.#timeOf(this.#createdAt(cells), warn) ?? known?.createdAt ?? this.#environment.now();
    return {
      id,
      sourceId: subject.sourceId,
      codeId: subject.codeId,
      coderId: subject.coderId,
      selectionId: this.#ledger.selectionFor(spanOf(subject), wanted, newId),
      startUtf16,
      endUtf16,
      quote,
      contextBefore,
      contextAfter,
      memo: this.#hasMemo ? this.#memo(cells) : (known?.memo ?? ''),
      ...(weight !== undefined && { weight }),
      createdAt,
      modifiedAt: this.#timeOf(this.#modifiedAt(cells), warn) ?? known?.modifiedAt ?? createdAt,
    };
  }

  /** An identical coding takes over memo and weight where it has none; of two its own stay. */
  #addTo(coding: Coding, cells: readonly string[], warn: (problem: TableProblem) => void, document: string): RowEffect {
    const theirs = {
      memo: this.#memo(cells),
      weight: this.#hasWeight ? this.#weightOf(cells, coding, warn) : undefined,
    };
    const isOtherMemo = theirs.memo !== '' && theirs.memo !== coding.memo;
    const isOtherWeight = theirs.weight !== undefined && theirs.weight !== coding.weight;
    const takesMemo = isOtherMemo && coding.memo === '';
    const takesWeight = isOtherWeight && coding.weight === undefined;
    if (isOtherMemo && !takesMemo) warn({ code: 'memoDiffers', params: { document } });
    if (isOtherWeight && !takesWeight) warn({ code: 'weightDiffers', params: { document } });
    if (!takesMemo && !takesWeight) return 'unchanged';
    const taken = { ...(takesMemo && { memo: theirs.memo }), ...(takesWeight && { weight: theirs.weight }) };
    this.#ledger.put({ ...coding, ...taken, modifiedAt: this.#environment.now() } as Coding);
    return 'updated';
  }

  /** Empty is no weight; what is none leaves the one that is known. */
  #weightOf(
    cells: readonly string[],
    known: Coding | undefined,
    warn: (problem: TableProblem) => void,
  ): number | undefined {
    const cell = this.#weight(cells).trim();
    if (cell === '') return undefined;
    if (/^\d{1,3}(?:\.0+)?$/.test(cell) && isWeight(Number(cell))) return Number(cell);
    warn({ code: 'weightInvalid', params: { weight: cell } });
    return known?.weight;
  }

  /** In our form; null where the table says nothing, or no time that is the same everywhere. */
  #timeOf(cell: string, warn: (problem: TableProblem) => void): string | null {
    if (cell === '' || OUR_TIME.test(cell)) return cell || null;
    const milliseconds = ISO_TIME.test(cell) ? Date.parse(cell) : Number.NaN;
    if (!Number.isNaN(milliseconds)) return new Date(milliseconds).toISOString();
    warn({ code: 'timeInvalid', params: { time: cell } });
    return null;
  }
}

function spanOf({ sourceId, coderId, passage }: RowSubject): Parameters<CodingLedger['findIdentical']>[0] {
  return { sourceId, coderId, startUtf16: passage.startUtf16, endUtf16: passage.endUtf16 };
}

// A record, so that the compiler asks about every field that codings come to have.
const comparedFields: Record<Exclude<keyof Coding, 'id' | 'modifiedAt'>, true> = {
  sourceId: true,
  codeId: true,
  coderId: true,
  selectionId: true,
  startUtf16: true,
  endUtf16: true,
  quote: true,
  contextBefore: true,
  contextAfter: true,
  memo: true,
  weight: true,
  createdAt: true,
};
const compared = Object.keys(comparedFields) as (keyof typeof comparedFields)[];

/** The same but for the time of the last change, which alone is no difference. */
function isSame(a: Coding, b: Coding): boolean {
  return compared.every((field) => a[field] === b[field]);
}
