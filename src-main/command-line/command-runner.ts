import { randomUUID } from 'node:crypto';
import type { Handlers } from '#contract/area.ts';
import type { Command, commandLine } from '#contract/command-line.ts';
import { ProblemError } from '#contract/result.ts';
import type { OurPage } from '#main/windows/our-page.ts';

/** For the page to become ready; from then on a command takes the time it takes. */
const PATIENCE_MS = 60_000;

export type ExitCode = 0 | 1 | 2;

/** Where a command's output goes: our own streams, or a socket to the process that asked. */
export interface Output {
  /** Resolves when more may be written, so that a slow reader slows the writer down. */
  readonly write: (stream: 'stdout' | 'stderr', text: string) => Promise<void>;
}

interface Running {
  readonly output: Output;
  readonly end: (exitCode: ExitCode) => void;
}

/** Has the page carry out commands, several at once if they come so. */
export interface CommandRunner {
  readonly run: (command: Command, output: Output) => Promise<ExitCode>;
  readonly handlers: Handlers<typeof commandLine>;
}

export function createCommandRunner(page: OurPage): CommandRunner {
  const running = new Map<string, Running>();

  function runningOf(commandId: string): Running {
    const found = running.get(commandId);
    if (found === undefined) throw new ProblemError('unknownCommandId');
    return found;
  }

  async function run(command: Command, output: Output): Promise<ExitCode> {
    const commandId = randomUUID();
    const { window, announce } = page;
    const exitCode = await new Promise<ExitCode>((resolve) => {
      const giveUp = (): void => resolve(2);
      running.set(commandId, { output, end: resolve });
      // A page that dies, is closed or never becomes ready takes its commands with it.
      window.once('closed', giveUp);
      window.webContents.once('render-process-gone', giveUp);
      const patience = setTimeout(giveUp, PATIENCE_MS);
      void announce('commandLine', 'commandArrived', { commandId, command }).then(() => clearTimeout(patience));
    });
    running.delete(commandId);
    return exitCode;
  }

  return {
    run,
    handlers: {
      print: async ({ commandId, stream, text }) => {
        await runningOf(commandId).output.write(stream, text);
        return undefined;
      },
      finish: ({ commandId, exitCode }) => {
        runningOf(commandId).end(exitCode);
        return undefined;
      },
    },
  };
}
