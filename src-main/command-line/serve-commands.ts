import type { Grants } from '#main/files/grants.ts';
import { offerPaths } from '#main/files/receive-dropped-paths.ts';
import { bringToFront } from '#main/windows/bring-to-front.ts';
import type { OurPage } from '#main/windows/our-page.ts';
import type { CommandRunner, ExitCode, Output } from './command-runner.ts';
import { ownStreams } from './own-streams.ts';
import { prepareOwnerAddress } from './owner-address.ts';
import { parseCommand } from './parse-command.ts';
import { serveOwnerSocket } from './serve-owner-socket.ts';

interface Needs {
  readonly dataFolder: string;
  readonly page: OurPage;
  readonly grants: Grants;
  readonly commandRunner: CommandRunner;
  readonly isHeadless: boolean;
}

interface CommandWords {
  readonly words: readonly string[];
  readonly cwd: string;
}

export interface Commands {
  /** The command this process was started for. Resolves when it, and any that came from others meanwhile, are done. */
  readonly runOwn: (command: CommandWords) => Promise<ExitCode>;
  readonly stop: () => void;
}

/** Carries out commands in our page, whoever asks: this process's own command line, or another process over the socket. */
export function serveCommands({ dataFolder, page, grants, commandRunner, isHeadless }: Needs): Commands {
  const underWay = new Set<Promise<ExitCode>>();

  async function carryOut({ words, cwd }: CommandWords, output: Output): Promise<ExitCode> {
    return commandRunner.run(await parseCommand(words, { cwd, ...grants }), output);
  }

  function run(command: CommandWords, output: Output): Promise<ExitCode> {
    const running = carryOut(command, output);
    underWay.add(running);
    void running.finally(() => underWay.delete(running));
    return running;
  }

  function offer(paths: readonly string[]): boolean {
    if (isHeadless) return false;
    bringToFront(page.window);
    void offerPaths(page, grants, paths);
    return true;
  }

  const address = prepareOwnerAddress(dataFolder);
  const stop = address === null ? () => undefined : serveOwnerSocket(address, { run, offer });

  return {
    stop,
    runOwn: async (command) => {
      const exitCode = await run(command, ownStreams);
      while (underWay.size > 0) await Promise.all(underWay);
      return exitCode;
    },
  };
}
