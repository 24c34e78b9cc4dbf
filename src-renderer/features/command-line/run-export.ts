import { ProblemError } from '#bridge/bridge.ts';
import type { Command } from '#contract/command-line.ts';
import { exportBackup } from '#features/backups/index.ts';
import {
  codebookFormatIds,
  exportCodebook,
  exportCodings,
  exportJournal,
  exportMemos,
  formatForEnding,
  lossesOf,
  lossesText,
  type CodebookFormatId,
  type LossKind,
} from '#features/exports/index.ts';
import { findByNameOrFail, withProject } from '#features/project-list/index.ts';
import { t } from '#i18n/index.ts';
import type { Printer } from './printer.ts';
import type { ExitCode } from './run-command.ts';

const kinds = {
  codings: { run: exportCodings, done: 'codingsExported' },
  memos: { run: exportMemos, done: 'memosExported' },
  journal: { run: exportJournal, done: 'journalExported' },
  backup: { run: exportBackup, done: 'recordsBackedUp' },
} as const;

/** Endings of formats that are meant to come; anything else is the user's own choice of name for a table. */
const NOT_YET = ['xlsx', 'docx', 'md', 'html', 'json', 'qdc', 'qdpx'];

const costly: readonly LossKind[] = ['shortened', 'respelled', 'cut'];

type ExportCommand = Extract<Command, { name: 'export' }>;

/** Writes a table of a project, or its codebook in any format. */
export async function runExport(command: ExportCommand, coderName: string, printer: Printer): Promise<ExitCode> {
  const { target, kind, isRaw, isJson } = command;
  const format = formatOf(command);
  const registered = await findByNameOrFail(command.project);
  const { exported, losses } = await withProject(registered, coderName, async (project) =>
    kind === 'codebook' || kind === 'qdc'
      ? {
          exported: await exportCodebook(project, target.handle, { isRaw, format }),
          losses: lossesOf(project, format),
        }
      : { exported: await kinds[kind].run(project, target.handle, { isRaw }), losses: [] },
  );
  const { name = '', count = 0, sizeInBytes = 0 } = exported ?? {};
  const done = kind === 'codebook' || kind === 'qdc' ? 'codebookExported' : kinds[kind].done;
  if (isJson) {
    const notHeld = losses.length > 0 ? { notHeld: losses } : {};
    await printer.json({ project: registered.name, kind, file: name, count, sizeInBytes, ...notHeld });
  } else await printer.line(`${t(`exports:${done}`, { count })}: ${name}`);
  // No form of a codebook tells who made a code: that is in the dialog and in JSON, and not said of each file anew.
  const said = losses.filter((loss) => loss.kind !== 'origins');
  if (said.length > 0) await printer.problem(`${name}: ${lossesText(said)}`);
  // What the format has no place for was not asked for. What it should hold, and holds cut or respelled, costs content.
  return losses.some((loss) => costly.includes(loss.kind)) ? 1 : 0;
}

/** As `--as` says, else as the file ends; a table where that says nothing. */
function formatOf({ kind, target, format }: ExportCommand): CodebookFormatId {
  const ending = /\.([^.]+)$/.exec(target.name)?.[1]?.toLowerCase() ?? '';
  if (kind === 'qdc') return 'qdc';
  if (kind === 'backup') return 'csv';
  if (format !== null) {
    const found = codebookFormatIds.find((id) => id === format);
    if (found) return found;
    throw new ProblemError('unknownCodebookFormat', { format, known: codebookFormatIds.join(', ') });
  }
  const byEnding = kind === 'codebook' ? formatForEnding(ending) : null;
  if (byEnding === null && NOT_YET.includes(ending))
    throw new ProblemError('exportEnding', { name: target.name, ending });
  return byEnding ?? 'csv';
}
