import { spawn } from 'node:child_process';
import { findElectron } from '#scripts/electron/find-electron.mjs';
import { projectRoot, switches } from './postil-app.ts';

export interface Ended {
  readonly exitCode: number | null;
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
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { exitCode, stdout, stderr };
}
