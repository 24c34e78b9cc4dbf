import { ProblemError } from '#bridge/bridge.ts';
import { PATH_SEPARATOR } from '#domain/codebook/code-tree.ts';
import { isCodebookDocument, isWebPage } from '#domain/codebook/document/document-mark.ts';
import {
  findColumns,
  guessColumns,
  guessSeparator,
  withColumns,
  type ColumnMapping,
  type NamedColumns,
} from '#domain/interchange/codebook-files/column-mapping.ts';
import { readOutline } from '#domain/interchange/codebook-files/outline.ts';
import { maxqdaLayout, readPathRows, readQualcoderText } from '#domain/interchange/codebook-files/path-rows.ts';
import type { CodebookFile } from '#domain/interchange/codebook-files/read-qdc.ts';
import {
  recogniseCodebookTable,
  recogniseCodebookText,
  type CodebookTextKind,
} from '#domain/interchange/codebook-files/recognise-codebook-text.ts';
import { readBesideCodes } from '#domain/interchange/codebook-files/workbook-sheets.ts';
import { readCodebookRows } from '#domain/interchange/codebook-rows.ts';
import type { Table } from '#domain/interchange/read-table.ts';
import type { RowProblem } from '#domain/interchange/table-problem.ts';
import { recogniseTable } from '#domain/interchange/recognise-table.ts';
import { isMarkup } from '#domain/interchange/codebook-files/xml-element.ts';
import { delimiterOf, type Delimiter } from '#workers/csv-table.ts';
import { parseCsv } from '#workers/parse-csv.ts';
import { readQdcText } from '#workers/read-qdc-text.ts';
import type { CodebookContent } from './codebook-content.ts';

/** What a person has said about how a file is to be read; absent where they have not. */
export interface ReadingChoices {
  readonly kind?: CodebookTextKind;
  readonly delimiter?: Delimiter;
  readonly columns?: ColumnMapping;
  /** The same without having seen the table. */
  readonly namedColumns?: NamedColumns;
  readonly separator?: string;
  /** By its place in the workbook. */
  readonly sheet?: number;
}

/** How a file was read, and what came of it. */
export interface CodebookReading {
  readonly content: CodebookContent;
  readonly kind: CodebookTextKind;
  /** Whose table it is; null for what is no table with a header. */
  readonly layout: 'postil' | 'taguette' | 'foreign' | null;
  /** Null where nothing stands between cells. */
  readonly delimiter: Delimiter | null;
  readonly sheet: number;
  readonly header: readonly string[];
  readonly columns: ColumnMapping;
  readonly separator: string;
  /** Null as long as nobody has said which column holds the codes. */
  readonly file: CodebookFile | null;
}

/**
 * Reads a codebook out of a file's content, recognising what has not been chosen.
 *
 * @param newGuid what a code without a GUID gets
 * @throws ProblemError when it is broken, from a newer Postil, or a document that only tells of a codebook; when columns are named
 *   that it has not, or that it names itself
 */
export async function interpretContent(
  content: CodebookContent,
  choices: ReadingChoices,
  newGuid: () => string,
): Promise<CodebookReading> {
  const size = content.kind === 'text' ? content.text.length : 0;
  if (size > LARGEST_UTF16) throw new ProblemError('codebookTooLarge', { size, limit: LARGEST_UTF16 });
  if (content.kind === 'text' && choices.kind === undefined) refuseDocuments(content.text);
  const sheet = sheetOf(content, choices);
  const table = await tableOf(content, sheet, choices);
  requireFew(table.rows.length);
  const isTold = choices.namedColumns !== undefined || choices.separator !== undefined;
  if (isTold && content.kind === 'text' && isMarkup(content.text)) throw new ProblemError('columnsKnown');
  const kind = choices.kind ?? (isTold ? 'table' : recognise(content, table));
  const recognised = recogniseTable(table);
  const isTable = kind === 'table';
  if (isTable && recognised.kind === 'refused') {
    throw new ProblemError(recognised.problem.code, recognised.problem.params);
  }
  const layout: CodebookReading['layout'] = isTable ? ('layout' in recognised ? recognised.layout : 'foreign') : null;
  if (isTold && layout === 'postil') throw new ProblemError('columnsKnown');
  const columns = choices.columns ?? columnsOf(table, choices.namedColumns ?? {});
  const separator = choices.separator ?? (layout === 'foreign' ? guessSeparator(table, columns) : PATH_SEPARATOR);
  const parts = { content, kind, layout, sheet, header: table.header, columns, separator };
  const isDelimited = content.kind === 'text' && (isTable || kind === 'maxqda' || kind === 'qualcoder-csv');
  const delimiter = isDelimited ? (choices.delimiter ?? delimiterOf(content.text)) : null;
  const file = await readAs(parts, table, newGuid);
  requireFew(file?.rows.length ?? 0);
  const { unclosedRow } = table;
  if (!file || delimiter === null || unclosedRow === undefined) return { ...parts, delimiter, file };
  const unclosed: RowProblem = { row: unclosedRow, problem: { code: 'quoteUnclosed', params: {} } };
  return { ...parts, delimiter, file: { ...file, warnings: [...file.warnings, unclosed] } };
}

/** No codebook is a hundredth of that: what is larger is something else, and would keep the window busy for minutes. */
const LARGEST_UTF16 = 16 * 1024 * 1024;
const MOST_CODES = 50_000;

function refuseDocuments(text: string): void {
  if (isCodebookDocument(text)) throw new ProblemError('codebookDocument');
  if (isWebPage(text)) throw new ProblemError('webPage');
}

function requireFew(count: number): void {
  if (count > MOST_CODES) throw new ProblemError('codebookTooMany', { count, most: MOST_CODES });
}

function recognise(content: CodebookContent, table: Table): CodebookTextKind {
  if (content.kind === 'text') return recogniseCodebookText(content.text, table);
  return recogniseCodebookTable(table) ?? 'table';
}

/** The chosen sheet, else the first with the columns that were named, else the first whose header is known, else the first with a column that may hold codes, else the first with anything on it. */
function sheetOf(content: CodebookContent, { sheet, namedColumns }: ReadingChoices): number {
  if (content.kind === 'text') return 0;
  if (sheet !== undefined) return sheet;
  const { sheets } = content;
  const tables = sheets.map(({ rows }) => asTable(rows));
  const candidates = [
    namedColumns ? tables.findIndex((table) => !('amiss' in findColumns(table, namedColumns))) : -1,
    tables.findIndex((table) => recogniseCodebookTable(table) !== null),
    tables.findIndex((table) => guessColumns(table).tag !== null),
    tables.findIndex(({ header }) => header.length > 0),
  ];
  const found = candidates.find((at) => at >= 0);
  if (found === undefined) throw new ProblemError('emptyFile');
  return found;
}

async function tableOf(content: CodebookContent, sheet: number, { delimiter }: ReadingChoices): Promise<Table> {
  if (content.kind === 'workbook') return asTable(content.sheets[sheet]?.rows ?? []);
  // Markup has neither rows nor cells.
  if (isMarkup(content.text)) return { header: [], rows: [] };
  return parseCsv(content.text, delimiter);
}

function columnsOf(table: Table, named: NamedColumns): ColumnMapping {
  const found = findColumns(table, named);
  if (!('amiss' in found)) return found;
  throw new ProblemError(found.amiss, { column: found.column, columns: namesOf(table.header) });
}

/** Columns of a stranger's table that have a name and no part in what was read. */
export function columnsLeftOut({ layout, header, columns }: CodebookReading): string[] {
  if (layout !== 'foreign') return [];
  const taken = new Set<number | null>(Object.values(columns));
  return header.map((cell) => cell.trim()).filter((name, at) => name !== '' && !taken.has(at));
}

/** The columns of a table as they can be named, those without a header by their number. */
export function namesOf(header: readonly string[]): string {
  return header.map((cell, at) => cell.trim() || String(at + 1)).join(', ');
}

function asTable([header = [], ...rows]: readonly (readonly string[])[]): Table {
  return { header, rows };
}

async function readAs(
  { content, kind, layout, columns, separator }: Omit<CodebookReading, 'file' | 'delimiter'>,
  table: Table,
  newGuid: () => string,
): Promise<CodebookFile | null> {
  const all = [table.header, ...table.rows];
  const text = content.kind === 'text' ? content.text : all.map((row) => row.join('\t')).join('\n');
  if (kind === 'xml') return readXml(text, newGuid);
  if (kind === 'qualcoder-csv') return readPathRows(all, ['>>']);
  if (kind === 'qualcoder-text') return readQualcoderText(text);
  if (kind === 'maxqda') return readPathRows(table.rows, [maxqdaLayout.separator, '\\'], 2);
  if (kind === 'outline') return readOutline(text.replace(/\r\n?/g, '\n'));
  if (layout === 'postil') return withSheets(readCodebookRows(table), content);
  if (columns.tag === null) return null;
  return { ...readCodebookRows(withColumns(table, columns, layout === 'taguette'), separator), sets: [] };
}

/** A workbook of ours has more on its other sheets. */
function withSheets(codes: Pick<CodebookFile, 'rows' | 'warnings'>, content: CodebookContent): CodebookFile {
  if (content.kind === 'text') return { ...codes, sets: [] };
  const { sets, introduction } = readBesideCodes(content.sheets.map(({ rows }) => asTable(rows)));
  return { ...codes, sets, ...(introduction && { introduction }) };
}

async function readXml(text: string, newGuid: () => string): Promise<CodebookFile> {
  const reading = await readQdcText(text, newGuid);
  if (reading.kind === 'codebook') return reading.file;
  if (reading.kind === 'none') throw new ProblemError('codebookMissing');
  const { kind, line, column } = reading;
  throw new ProblemError(brokenXml[kind], { line, column });
}

const brokenXml = { broken: 'xmlBroken', entity: 'xmlEntity', tooDeep: 'xmlTooDeep' } as const;
