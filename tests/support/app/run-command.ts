import { spawn } from 'node:child_process';
import { findElectron } from '#scripts/electron/find-electron.mjs';
import { projectRoot, switches } from './postil-app.ts';

export interface Ended {
  /** The name of a signal where it did not end by itself. */
  readonly exitCode: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

/** `postil <words>`, as a script would call it. */
export async function postil(dataFolder: string, ...words: readonly string[]): Promise<Ended> {
  const electron = await findElectron(() => undefined);
  const child = spawn(electron, [...switches(), projectRoot, ...words, '--data-dir', dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = await new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'no code')),
  );
  return { exitCode, stdout, stderr };
}
