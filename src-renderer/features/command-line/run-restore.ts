import type { Command } from '#contract/command-line.ts';
import { restoreBackup } from '#features/backups/index.ts';
import { t } from '#i18n/index.ts';
import type { Printer } from './printer.ts';
import type { ExitCode } from './run-command.ts';

/** Makes a new project of a backup. */
export async function runRestore(
  { project, path, isJson }: Extract<Command, { name: 'restore' }>,
  printer: Printer,
): Promise<ExitCode> {
  const { databaseName: _, ...restored } = await restoreBackup(path.handle, { name: project });
  if (isJson) await printer.json(restored);
  else await printer.line(t('backups:restoredOne', { name: restored.name }));
  return 0;
}
