import { ProblemError } from '#bridge/bridge.ts';
import { buildCodeTree, type CodeTree } from '#domain/codebook/code-tree.ts';
import { codebookHtml } from '#domain/codebook/document/write-html.ts';
import { codebookMarkdown } from '#domain/codebook/document/write-markdown.ts';
import { codebookTable } from '#domain/interchange/codebook-csv.ts';
import {
  codebookLosses,
  LONGEST_CELL_UTF16,
  type Loss,
  type LossKind,
} from '#domain/interchange/codebook-files/codebook-losses.ts';
import { writeOutline, writePlainOutline } from '#domain/interchange/codebook-files/outline.ts';
import {
  maxqdaLayout,
  qualcoderLayout,
  writePathRows,
  writeQualcoderText,
  type PathLayout,
} from '#domain/interchange/codebook-files/path-rows.ts';
import { introductionSheet, setsSheet } from '#domain/interchange/codebook-files/workbook-sheets.ts';
import { writeQdc } from '#domain/interchange/codebook-files/write-qdc.ts';
import { BYTE_ORDER_MARK, formatCsvRow, formatQuotedRow } from '#domain/interchange/csv-format.ts';
import type { CodeSet } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { readCodebookDocument, type DocumentOptions } from './codebook-document.ts';
import { pause } from './pause.ts';

/** The codebook that is to be written. */
export interface CodebookToWrite {
  readonly project: OpenProject;
  readonly tree: CodeTree;
  readonly sets: readonly CodeSet[];
  /** Cells as they are, where the format guards them against formulas otherwise. */
  readonly isRaw: boolean;
  /** For formats that are documents. */
  readonly document: DocumentOptions;
}

export interface CodebookFormat {
  /** Without a dot. */
  readonly ending: string;
  /** What it has no place for. */
  readonly lacks: readonly LossKind[];
  readonly layout?: PathLayout;
  /** In UTF-16 units; longer cells are cut. */
  readonly longestCell?: number;
  /** To be read by people: with quotations and counts as they are wanted. */
  readonly isDocument?: true;
  readonly make: (codebook: CodebookToWrite) => string | Promise<string | Uint8Array<ArrayBuffer>>;
}

const notInWorkbooks: readonly LossKind[] = ['exampleLinks', 'origins'];
const notInTables: readonly LossKind[] = ['introduction', 'sets', ...notInWorkbooks];
const notInPaths: readonly LossKind[] = ['color', 'shortcut', 'aliases', 'folders', ...notInTables];
const notInOutlines: readonly LossKind[] = ['words', ...notInPaths];

const notInDocuments: readonly LossKind[] = ['shortcut', 'sets', 'origins'];

/** Every form in which the codebook goes out, as the dialog lists them. Words for each: `exports:format_<id>` and `…_use`. */
const table = {
  csv: { ending: 'csv', lacks: notInTables, make: makeCsv },
  xlsx: { ending: 'xlsx', lacks: notInWorkbooks, longestCell: LONGEST_CELL_UTF16, make: makeWorkbook },
  qdc: { ending: 'qdc', lacks: ['introduction', 'shortcut', 'aliases', 'exampleLinks', 'origins'], make: makeQdc },
  maxqda: {
    ending: 'xlsx',
    lacks: notInPaths,
    layout: maxqdaLayout,
    longestCell: LONGEST_CELL_UTF16,
    make: makeMaxqda,
  },
  qualcoder: { ending: 'csv', lacks: notInPaths, layout: qualcoderLayout, make: makeQualcoder },
  // Before the outline, so that a file named .md is the whole codebook unless an outline is asked for.
  docx: { ending: 'docx', lacks: notInDocuments, isDocument: true, make: makeDocx },
  html: { ending: 'html', lacks: notInDocuments, isDocument: true, make: makeHtml },
  markdown: { ending: 'md', lacks: ['color', ...notInDocuments], isDocument: true, make: makeMarkdown },
  outline: { ending: 'md', lacks: notInOutlines, make: ({ tree }) => writeOutline(tree) },
  text: { ending: 'txt', lacks: notInOutlines, make: ({ tree }) => writePlainOutline(tree) },
  'qualcoder-text': {
    ending: 'txt',
    lacks: [...notInPaths, 'lines'],
    layout: qualcoderLayout,
    make: ({ tree }) => writeQualcoderText(tree),
  },
} as const satisfies Readonly<Record<string, CodebookFormat>>;

export type CodebookFormatId = keyof typeof table;
export const codebookFormats: Readonly<Record<CodebookFormatId, CodebookFormat>> = table;
export const codebookFormatIds = Object.keys(table) as readonly CodebookFormatId[];

/** The first format that is written under an ending; null for an ending that none has. */
export function formatForEnding(ending: string): CodebookFormatId | null {
  return codebookFormatIds.find((id) => codebookFormats[id].ending === ending.toLowerCase()) ?? null;
}

/** What of a project's codebook will not be in the file. */
export function lossesOf(project: OpenProject, id: CodebookFormatId): Loss[] {
  const codebook = {
    tree: buildCodeTree(project.codes.values()),
    sets: [...project.codeSets.values()],
    introduction: project.project.codebookIntroduction ?? '',
  };
  return codebookLosses(codebook, codebookFormats[id]);
}

async function tableOf(
  project: OpenProject,
  tree: CodeTree,
  isRaw: boolean,
): Promise<ReturnType<typeof codebookTable>> {
  // For how often each code is used.
  await project.loadAllCodings(pause);
  return codebookTable(tree, project.counts, isRaw ? 'raw' : 'guarded');
}

async function makeCsv({ project, tree, isRaw }: CodebookToWrite): Promise<string> {
  const { header, rows } = await tableOf(project, tree, isRaw);
  const guarding = isRaw ? 'raw' : 'guarded';
  // Excel takes a file for UTF-8 only by its mark; programs that read raw files are better off without.
  const mark = isRaw ? '' : BYTE_ORDER_MARK;
  return mark + [header, ...rows].map((row) => formatCsvRow(row, guarding)).join('');
}

/**
 * Cells of a workbook are typed: none of them is ever run, so none is guarded. The codes come first, since other programs read the
 * first sheet only; sheets without anything on them are left out.
 */
async function makeWorkbook({ project, tree, sets }: CodebookToWrite): Promise<Uint8Array<ArrayBuffer>> {
  const { header, rows } = await tableOf(project, tree, true);
  const { writeWorkbook } = await import('./write-workbook.ts');
  const introduction = project.project.codebookIntroduction ?? '';
  return writeWorkbook([
    { name: 'codebook', rows: [header, ...rows] },
    ...(introduction === '' ? [] : [introductionSheet(introduction)]),
    ...(sets.length === 0 ? [] : [setsSheet(sets, tree)]),
  ]);
}

async function makeMaxqda({ tree }: CodebookToWrite): Promise<Uint8Array<ArrayBuffer>> {
  const { writeWorkbook } = await import('./write-workbook.ts');
  return writeWorkbook([{ name: 'Codes', rows: writePathRows(tree, maxqdaLayout).rows }]);
}

function makeQualcoder({ tree }: CodebookToWrite): string {
  return writePathRows(tree, qualcoderLayout).rows.map(formatQuotedRow).join('');
}

function makeQdc({ project, tree, sets }: CodebookToWrite): string {
  if (tree.rows.length === 0) throw new ProblemError('qdcNeedsCode');
  return writeQdc(tree, sets, project.environment.newId);
}

async function makeHtml({ project, document }: CodebookToWrite): Promise<string> {
  const content = await readCodebookDocument(project, document);
  return codebookHtml(content, content.words);
}

async function makeMarkdown({ project, document }: CodebookToWrite): Promise<string> {
  const content = await readCodebookDocument(project, document);
  return codebookMarkdown(content, content.words);
}

async function makeDocx({ project, document }: CodebookToWrite): Promise<Uint8Array<ArrayBuffer>> {
  const content = await readCodebookDocument(project, document);
  const { writeCodebookDocx } = await import('./write-docx.ts');
  return writeCodebookDocx(content);
}
