import { ask, bridge, problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import type { Command } from '#contract/command-line.ts';
import { coderNameOf } from '#features/settings/index.ts';
import { chooseLanguage } from '#i18n/index.ts';
import { Printer } from './printer.ts';
import { runExport } from './run-export.ts';
import { runHelp } from './run-help.ts';
import { runImport } from './run-import.ts';
import { runRestore } from './run-restore.ts';
import { runProjects } from './run-projects.ts';

/** 0 done, 1 done with warnings that cost content, 2 could not. */
export type ExitCode = 0 | 1 | 2;

/** Carries out a command from beginning to end, whatever happens: the other side waits for its exit code. */
export async function runCommand(
  { commandId, command }: { readonly commandId: string; readonly command: Command },
  { isHeadless }: { readonly isHeadless: boolean },
): Promise<void> {
  const printer = new Printer(commandId);
  let exitCode: ExitCode;
  try {
    if (isHeadless && command.language !== null) chooseLanguage(command.language);
    exitCode = await carryOut(command, printer);
  } catch (error) {
    await printer.problem(problemText(problemOf(error)));
    exitCode = 2;
  }
  await bridge().commandLine.finish({ commandId, exitCode });
}

async function carryOut(command: Command, printer: Printer): Promise<ExitCode> {
  if (command.name === 'help') return runHelp(command, printer);
  if (command.name === 'projects') return runProjects(command, printer);
  if (command.name === 'restore') return runRestore(command, printer);
  const coderName = command.coderName ?? (await storedCoderName());
  return command.name === 'import' ? runImport(command, coderName, printer) : runExport(command, coderName, printer);
}

async function storedCoderName(): Promise<string> {
  const [settings, description] = await Promise.all([
    ask(bridge().settings.load()),
    ask(bridge().application.describe()),
  ]);
  return coderNameOf({ settings, description });
}
