import { ProblemError } from '#bridge/bridge.ts';
import type { Command } from '#contract/command-line.ts';
import { exportBackup } from '#features/backups/index.ts';
import { exportCodebook, exportCodings, exportJournal, exportMemos } from '#features/exports/index.ts';
import { findByNameOrFail, withProject } from '#features/project-list/index.ts';
import { t } from '#i18n/index.ts';
import type { Printer } from './printer.ts';
import type { ExitCode } from './run-command.ts';

const kinds = {
  codings: { run: exportCodings, done: 'codingsExported' },
  codebook: { run: exportCodebook, done: 'codebookExported' },
  memos: { run: exportMemos, done: 'memosExported' },
  journal: { run: exportJournal, done: 'journalExported' },
  backup: { run: exportBackup, done: 'recordsBackedUp' },
} as const;

/** Endings of formats that are meant to come; anything else is the user's own choice of name for a table. */
const NOT_YET = /\.(xlsx|docx|md|html|json|qdc|qdpx)$/i;

/** Writes a table of a project. */
export async function runExport(
  command: Extract<Command, { name: 'export' }>,
  coderName: string,
  printer: Printer,
): Promise<ExitCode> {
  const { target, kind, isRaw, isJson } = command;
  const ending = kind === 'backup' ? undefined : NOT_YET.exec(target.name)?.[1];
  if (ending !== undefined) throw new ProblemError('exportEnding', { name: target.name, ending });
  const registered = await findByNameOrFail(command.project);
  const { run, done } = kinds[kind];
  const exported = await withProject(registered, coderName, (project) => run(project, target.handle, { isRaw }));
  const { name = '', count = 0, sizeInBytes = 0 } = exported ?? {};
  if (isJson) await printer.json({ project: registered.name, kind, file: name, count, sizeInBytes });
  else await printer.line(`${t(`exports:${done}`, { count })}: ${name}`);
  return 0;
}
