import { randomUUID } from 'node:crypto';
import type { Handlers } from '#contract/area.ts';
import type { Command, commandLine } from '#contract/command-line.ts';
import { ProblemError } from '#contract/result.ts';
import type { OurPage } from '#main/windows/our-page.ts';

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

export function createCommandRunner(page: () => OurPage): CommandRunner {
  const running = new Map<string, Running>();

  function runningOf(commandId: string): Running {
    const found = running.get(commandId);
    if (found === undefined) throw new ProblemError('unknownCommandId');
    return found;
  }

  async function run(command: Command, output: Output): Promise<ExitCode> {
    const commandId = randomUUID();
    const ended = new Promise<ExitCode>((resolve) => {
      running.set(commandId, { output, end: resolve });
      // A page that dies or is closed takes its commands with it.
      page().window.once('closed', () => resolve(2));
      page().window.webContents.once('render-process-gone', () => resolve(2));
    });
    await Promise.race([page().announce('commandLine', 'commandArrived', { commandId, command }), ended]);
    const exitCode = await ended;
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
