import type { Command } from '#contract/command-line.ts';
import { recountLast, registry } from '#features/project-list/index.ts';
import { t } from '#i18n/index.ts';
import type { Printer } from './printer.ts';
import type { ExitCode } from './run-command.ts';

/** Lists the projects, the last opened first. */
export async function runProjects(
  { isJson }: Extract<Command, { name: 'projects' }>,
  printer: Printer,
): Promise<ExitCode> {
  await recountLast().catch(() => undefined);
  const projects = await registry.list();
  if (isJson) {
    // How the database is called is nobody's business outside.
    await printer.json(projects.map((project) => ({ ...project, databaseName: undefined })));
    return 0;
  }
  for (const { name, sources, codes, codings } of projects) {
    const counts = [
      t('common:sources', { count: sources }),
      t('common:codes', { count: codes }),
      t('common:codings', { count: codings }),
    ];
    await printer.line([name, ...counts].join('\t'));
  }
  return 0;
}
