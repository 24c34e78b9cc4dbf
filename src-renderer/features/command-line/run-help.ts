import { problemText } from '#bridge/problem-text.ts';
import type { Command } from '#contract/command-line.ts';
import { t } from '#i18n/index.ts';
import type { Printer } from './printer.ts';
import type { ExitCode } from './run-command.ts';

/** Says what can be done; after a mistake only the mistake and where help is, so that it is not lost in a page of text. */
export async function runHelp({ problem }: Extract<Command, { name: 'help' }>, printer: Printer): Promise<ExitCode> {
  if (problem === null) {
    await printer.line(t('commandLine:help'));
    return 0;
  }
  await printer.problem(`${problemText(problem)} ${t('commandLine:seeHelp')}`);
  return 2;
}
