import type { Output } from './command-runner.ts';

/** Our own stdout and stderr. What is written has left the process when the promise resolves, so that nothing is cut off by the end. */
export const ownStreams: Output = {
  write: (stream, text) =>
    new Promise((resolve) => {
      // A reader that has gone (`| head`) is no failure of the command: the rest is for nobody.
      process[stream].write(text, () => resolve());
    }),
};

/** Without a listener a closed pipe would end the process in the middle of a write to the database. */
export function outliveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
