import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * @typedef {{env?: Record<string, string>, cwd?: string, onOutput?: (chunk: Buffer) => void}} RunOptions
 *   `onOutput` receives what the program writes, on stdout or stderr, instead of our own
 */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const GRACE_MS = 5000;

/**
 * Runs a program in the foreground and answers its exit code. It gets a process group of its own, so that a signal to us
 * ends it with all its children: `xvfb-run` would die alone and leave the display and Electron behind.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export async function run(command, args, { env = {}, cwd, onOutput } = {}) {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: onOutput ? ['inherit', 'pipe', 'pipe'] : 'inherit',
    detached: process.platform !== 'win32',
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (onOutput) for (const stream of [child.stdout, child.stderr]) stream?.on('data', onOutput);
  let isStopping = false;
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    isStopping = true;
    signalGroup(child.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, forward);
  try {
    const [code, signal] = await once(child, 'close');
    if (isStopping) await endGroup(child.pid);
    return code ?? 128 + (constants.signals[/** @type {NodeJS.Signals} */ (signal)] ?? 0);
  } finally {
    for (const signal of SIGNALS) process.off(signal, forward);
  }
}

/**
 * The program itself is gone; its children get a moment to put their things away.
 * @param {number | undefined} pid
 */
async function endGroup(pid) {
  const deadline = Date.now() + GRACE_MS;
  while (signalGroup(pid, 0)) {
    if (Date.now() > deadline) signalGroup(pid, 'SIGKILL');
    await wait(50);
  }
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anybody was there to hear it
 */
function signalGroup(pid, signal) {
  if (pid === undefined) return false;
  try {
    return process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    return false;
  }
}
