import { problemOf, ProblemError, type Problem } from '#bridge/bridge.ts';
import type { Command } from '#contract/command-line.ts';
import type { Grant } from '#contract/files.ts';
import { importSources, type ImportReport } from '#features/corpus-import/index.ts';
import {
  importTable,
  readTable,
  splitOffered,
  type CodebookOptions,
  type ReadTable,
  type TablePlan,
} from '#features/interchange/index.ts';
import { createProject, deleteProject, refreshCounts, registry, withProject } from '#features/project-list/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { exitCodeOf, printImport } from './print-import.ts';
import type { Printer } from './printer.ts';
import type { ExitCode } from './run-command.ts';

type ImportCommand = Extract<Command, { name: 'import' }>;

export interface ImportOutcome {
  readonly sources: ImportReport | null;
  readonly tables: readonly TablePlan[];
  /** Tables that could not be read as such. */
  readonly failures: readonly { readonly path: string; readonly problem: Problem }[];
}

/** Imports texts and tables into a project, which is made if there is none of that name. */
export async function runImport(command: ImportCommand, coderName: string, printer: Printer): Promise<ExitCode> {
  const existing = await registry.findByName(command.project);
  if (command.isDryRun && sort(command).sources.length > 0) throw new ProblemError('dryRunTables');
  const registered = existing ?? (await createProject(command.project));
  const forget = async (): Promise<void> => {
    // A project that was made for an import which brought nothing was not wanted.
    if (!existing) await deleteProject(registered);
  };
  try {
    const outcome = await withProject(registered, coderName, async (project) => {
      if (project.isReadOnly) throw new ProblemError('projectReadOnly', { name: registered.name });
      const imported = await importAll(project, command);
      await refreshCounts(registered.id, project);
      return imported;
    });
    const exitCode = exitCodeOf(outcome);
    await printImport(outcome, registered.name, command, printer);
    if (exitCode === 2 || command.isDryRun) await forget();
    return exitCode;
  } catch (error) {
    await forget();
    throw error;
  }
}

/** Texts first, then codebooks, then codings, which need both. */
async function importAll(project: OpenProject, command: ImportCommand): Promise<ImportOutcome> {
  const { kind, isDryRun } = command;
  const { sources, tables } = sort(command);
  const report = sources.length > 0 ? await importSources(project, sources) : null;
  const read: ReadTable[] = [];
  const failures: { path: string; problem: Problem }[] = [];
  for (const grant of tables) {
    try {
      read.push(await readTable(grant, kind === 'sources' ? null : kind));
    } catch (error) {
      failures.push({ path: grant.name, problem: problemOf(error) });
    }
  }
  const plans: TablePlan[] = [];
  for (const table of read.toSorted((a, b) => rank(a) - rank(b))) {
    try {
      plans.push(await importTable(project, table, { isDryRun, ...codebookOptions(command) }));
    } catch (error) {
      failures.push({ path: table.name, problem: problemOf(error) });
    }
  }
  return { sources: report, tables: plans, failures };
}

/** What was said of how a codebook is to be read and taken, in our own words. */
function codebookOptions({ reading }: Pick<ImportCommand, 'reading'>): CodebookOptions {
  const { columns, separator, existing } = reading;
  const { name, definition, ...others } = columns ?? {};
  const named = { ...others, ...(name && { tag: name }), ...(definition && { description: definition }) };
  return {
    choices: { ...(columns && { namedColumns: named }), ...(separator !== null && { separator }) },
    ...(existing && { policy: existing }),
  };
}

function sort({ paths, kind }: Pick<ImportCommand, 'paths' | 'kind'>): {
  readonly sources: readonly Grant[];
  readonly tables: readonly Grant[];
} {
  if (kind === null) return splitOffered(paths);
  return kind === 'sources' ? { sources: [...paths], tables: [] } : { sources: [], tables: [...paths] };
}

function rank({ kind }: ReadTable): number {
  return kind === 'codebook' ? 0 : 1;
}
