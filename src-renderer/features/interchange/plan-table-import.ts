import { ask, bridge, ProblemError } from '#bridge/bridge.ts';
import type { Grant } from '#contract/files.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import { importCodebook } from '#domain/interchange/import-codebook.ts';
import { importCodings, sourcesNeeded } from '#domain/interchange/import-codings.ts';
import type { Table } from '#domain/interchange/read-table.ts';
import { columnsOf, recogniseTable, type TableKind } from '#domain/interchange/recognise-table.ts';
import type { Coder, Coding, CodingId, SourceId } from '#domain/project/records.ts';
import { pause } from '#features/exports/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { parseCsv } from '#workers/parse-csv.ts';
import type { TablePlan } from './table-plan.ts';

const TEXTS_PER_READ = 64;

export interface ReadTable {
  readonly name: string;
  readonly kind: TableKind;
  readonly table: Table;
}

/**
 * Reads a file as a table and tells what it is.
 * @param kind what the file is, where a person said so; null to recognise it
 * @throws ProblemError when it is neither a codebook nor codings, or from a newer Postil
 */
export async function readTable(grant: Grant, kind: TableKind | null): Promise<ReadTable> {
  const { name, text } = await ask(bridge().files.readTextFile({ handle: grant.handle }));
  const table = await parseCsv(text);
  const recognised = recogniseTable(table);
  if (recognised.kind === 'refused') throw new ProblemError(recognised.problem.code, recognised.problem.params);
  const found = kind ?? recognised.kind;
  if (found === 'unknown') throw new ProblemError('tableUnknown', { name });
  return { name, kind: found, table };
}

/** Says what a table would do to the project; nothing is changed. */
export async function planTableImport(project: OpenProject, { name, kind, table }: ReadTable): Promise<TablePlan> {
  return kind === 'codebook' ? planCodebook(project, table, name) : planCodings(project, table, name);
}

function planCodebook(project: OpenProject, table: Table, name: string): TablePlan {
  requireColumn(table, ['tag', 'name', 'path', 'code'], name);
  const codes = [...project.codes.values()];
  const { change, report } = importCodebook(table, codes, project.coderId, project.environment);
  return { name, kind: 'codebook', change, ...report, relocated: 0, newCodes: 0, newCoders: 0, skipped: [] };
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
  return { name, kind: 'codings', change, ...report, newCodes, newCoders: change.coders?.added?.length ?? 0 };
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
