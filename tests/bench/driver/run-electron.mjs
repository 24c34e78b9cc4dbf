import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { electronPath } from './electron.mjs';

/**
 * Runs Electron to its end, without a driver of any kind.
 * @param {readonly string[]} args
 * @returns {Promise<{startedAt: number, output: string}>} `startedAt` on the clock of `Date.now()`
 */
export async function runElectron(args) {
  const startedAt = Date.now();
  const child = spawn(electronPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Electron ended with ${String(code)}: ${errors}${output}`);
  return { startedAt, output };
}
