import { ProblemError } from '#bridge/bridge.ts';
import type { Grant } from '#contract/files.ts';
import { writeIntroduction } from '#domain/codebook/introduction.ts';
import { squash, type Change, type FamilyChange } from '#domain/history/change.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import type { CodebookFile } from '#domain/interchange/codebook-files/read-qdc.ts';
import { importCodebookRows, type ExistingPolicy } from '#domain/interchange/import-codebook.ts';
import { importCodings, sourcesNeeded } from '#domain/interchange/import-codings.ts';
import type { Table } from '#domain/interchange/read-table.ts';
import { columnsOf, recogniseTable, type TableKind } from '#domain/interchange/recognise-table.ts';
import type { Coder, Coding, CodingId, ProjectRecord, SourceId } from '#domain/project/records.ts';
import { isMarkup } from '#domain/interchange/codebook-files/xml-element.ts';
import { codebookNow, compareStates } from '#features/codebook-versions/index.ts';
import { pause } from '#features/exports/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { parseCsv } from '#workers/parse-csv.ts';
import { readContent, type CodebookContent } from './codebook-content.ts';
import { interpretContent, type ReadingChoices } from './codebook-reading.ts';
import type { TablePlan } from './table-plan.ts';

const TEXTS_PER_READ = 64;

/** A file that was read: codings as the table they are, a codebook as its content, which can be read in several ways. */
export type ReadTable =
  | { readonly name: string; readonly kind: 'codings'; readonly table: Table }
  | { readonly name: string; readonly kind: 'codebook'; readonly content: CodebookContent };

/** What a person has said about how a codebook is to come in. */
export interface CodebookOptions {
  readonly choices?: ReadingChoices;
  readonly policy?: ExistingPolicy;
}

/**
 * Reads a file and tells what it is.
 * @param kind what the file is, where a person said so; null to recognise it
 * @throws ProblemError when it is neither a codebook nor codings, or from a newer Postil
 */
export async function readTable(grant: Grant, kind: TableKind | null): Promise<ReadTable> {
  const read = await readOffered(grant, kind);
  if (kind !== null || read.kind === 'codings' || (await isSurelyCodebook(read.content))) return read;
  throw new ProblemError('tableUnknown', { name: grant.name });
}

/** As `readTable`, but what nobody knows is offered as a codebook, for a person to say what is in it. */
export async function readOffered(grant: Grant, kind: TableKind | null = null): Promise<ReadTable> {
  const content = await readContent(grant);
  const { name } = grant;
  if (kind === 'codebook') return { name, kind, content };
  const table = await codingsIn(content, kind === 'codings');
  return table ? { name, kind: 'codings', table } : { name, kind: 'codebook', content };
}

/** The table in a file that holds codings, or in one that is said to. */
async function codingsIn(content: CodebookContent, isSaid: boolean): Promise<Table | null> {
  if (content.kind === 'text') {
    const { text } = content;
    if (isMarkup(text) || !(isSaid || isCodings(await parseCsv(text.slice(0, TELLING_UTF16))))) return null;
    return parseCsv(text);
  }
  const tables = content.sheets.map(({ rows: [header = [], ...rows] }): Table => ({ header, rows }));
  const [first] = tables;
  return tables.find(isCodings) ?? (isSaid && first ? first : null);
}

/** The header and the first rows tell; to read all of a large file for that would be done twice. */
const TELLING_UTF16 = 100_000;

function isCodings(table: Table): boolean {
  return recogniseTable(table).kind === 'codings';
}

/** Nothing but its own form says that an outline or a strange table is a codebook. */
async function isSurelyCodebook(content: CodebookContent): Promise<boolean> {
  const { kind, layout } = await interpretContent(content, {}, () => '');
  return kind !== 'outline' && (layout !== 'foreign' || content.kind === 'workbook');
}

/** Says what a table would do to the project; nothing is changed. */
export async function planTableImport(
  project: OpenProject,
  read: ReadTable,
  options: CodebookOptions = {},
): Promise<TablePlan> {
  if (read.kind === 'codings') return planCodings(project, read.table, read.name);
  return planCodebook(project, read.content, options);
}

async function planCodebook(
  project: OpenProject,
  content: CodebookContent,
  { choices = {}, policy = 'take' }: CodebookOptions,
): Promise<TablePlan> {
  const reading = await interpretContent(content, choices, project.environment.newId);
  const { file } = reading;
  if (file?.rows.length === 0) throw new ProblemError('codebookEmpty');
  await pause();
  const codes = [...project.codes.values()];
  const sets = [...project.codeSets.values()];
  const into = { sets, policy };
  const nothing = { rows: [], warnings: [] };
  const imported = importCodebookRows(file ?? nothing, codes, project.coderId, project.environment, into);
  const change = squash([imported.change, introductionOf(file, project.project, policy)]);
  await pause();
  const introduction = change.project?.updated?.at(-1)?.[1].codebookIntroduction;
  const before = codebookNow(project);
  const now = {
    ...before,
    codes: after(codes, change.codes),
    sets: after(sets, change.codeSets),
    ...(introduction !== undefined && { introduction }),
  };
  const differences = compareStates(before, now);
  const renamed = differences.filter(({ kind }) => kind === 'renamed').length;
  const none = { relocated: 0, newCodes: 0, newCoders: 0, skipped: [] };
  return { name: content.name, kind: 'codebook', change, ...imported.report, renamed, differences, reading, ...none };
}

/** What stands before the codes in the file, where nothing stands there here or the file's words are to be taken. */
function introductionOf(file: CodebookFile | null, project: ProjectRecord, policy: ExistingPolicy): Change {
  const introduction = file?.introduction ?? '';
  const isTaken = policy === 'take' || project.codebookIntroduction === undefined;
  return introduction.trim() === '' || !isTaken ? {} : writeIntroduction(project, introduction);
}

/** Records as they would be. */
function after<R extends { readonly id: string }>(records: readonly R[], change: FamilyChange<R> = {}): R[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const [, to] of change.updated ?? []) byId.set(to.id, to);
  for (const record of change.added ?? []) byId.set(record.id, record);
  return [...byId.values()];
}

async function planCodings(project: OpenProject, table: Table, name: string): Promise<TablePlan> {
  requireColumn(table, ['document', 'document_id', 'document_path'], name);
  requireColumn(table, ['tag', 'code', 'code_id'], name);
  await project.loadAllCodings(pause);
  const sources = [...project.sources.values()];
  const needed = sourcesNeeded(table, sources);
  const texts = await loadTexts(project, needed);
  const existing = {
    sources,
    codes: [...project.codes.values()],
    coders: knownCoders(project),
    codings: concernedCodings(project, table, needed),
  };
  const { change, report } = importCodings(
    table,
    existing,
    project.coderId,
    (id) => texts.get(id),
    project.environment,
  );
  const newCodes = change.codes?.added?.length ?? 0;
  const newCoders = change.coders?.added?.length ?? 0;
  const none = { sets: 0, renamed: 0, differences: [], reading: null };
  return { name, kind: 'codings', change, ...report, ...none, newCodes, newCoders };
}

/** Of all codings, perhaps a hundred thousand, those that the table can be about: of its sources, and with an id of its rows. */
function concernedCodings(project: OpenProject, table: Table, sources: readonly SourceId[]): Iterable<Coding> {
  const concerned = new Map<CodingId, Coding>();
  for (const id of sources) for (const coding of project.codingsOf(id)) concerned.set(coding.id, coding);
  const idOf = columnsOf(table).columns.column('id');
  for (const row of table.rows) {
    const coding = project.codings.get(idOf(row).trim() as CodingId);
    if (coding) concerned.set(coding.id, coding);
  }
  return concerned.values();
}

/** The person at work counts as known before their first change, or a row of theirs would make a second one of them. */
function knownCoders({ coders, coderId, coderName, environment }: OpenProject): Coder[] {
  const known = [...coders.values()];
  return coders.has(coderId) ? known : [...known, { id: coderId, name: coderName, createdAt: environment.now() }];
}

async function loadTexts(project: OpenProject, ids: readonly SourceId[]): Promise<Map<SourceId, DocText>> {
  const texts = new Map<SourceId, DocText>();
  for (let from = 0; from < ids.length; from += TEXTS_PER_READ) {
    for (const [id, text] of await project.loadTexts(ids.slice(from, from + TEXTS_PER_READ))) texts.set(id, text);
    await pause();
  }
  return texts;
}

/** A file forced to be a table it is not would otherwise end as thousands of rows without a name. */
function requireColumn({ header }: Table, anyOf: readonly string[], name: string): void {
  const names = new Set(header.map((cell) => cell.trim().toLowerCase()));
  if (anyOf.some((column) => names.has(column))) return;
  throw new ProblemError('columnsMissing', { columns: anyOf.join(', '), name });
}
