import { bridge } from '#bridge/bridge.ts';

export interface CommandListening {
  /** True in the page that is never shown: there a command's language may be set, on the screen it would disturb. */
  readonly isHeadless?: boolean;
}

/**
 * Carries out what the command line asks for, one command after the other. To be called before `application.ready`, since
 * commands arrive right after it. What it takes to run one is loaded with the first.
 * @returns stops listening
 */
export function listenForCommands({ isHeadless = false }: CommandListening = {}): () => void {
  let last: Promise<unknown> = Promise.resolve();
  return bridge().commandLine.onCommandArrived((arrived) => {
    const run = async (): Promise<void> => {
      const { runCommand } = await import('./run-command.ts');
      await runCommand(arrived, { isHeadless });
    };
    last = last.then(run);
  });
}
