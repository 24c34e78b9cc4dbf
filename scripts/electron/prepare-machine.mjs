import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isProgram } from '../run/is-program.mjs';
import { runMain } from '../run/main.mjs';
import { say as sayOnStderr } from '../say.mjs';
import { debianPackages } from './debian-packages.mjs';
import { hasDisplay, hasVirtualDisplay } from './display.mjs';
import { findElectron } from './find-electron.mjs';
import { isRoot } from './launch.mjs';

/** @typedef {import('../say.mjs').Say} Say */

/**
 * Sees to it that this machine can run Electron. Root installs what is missing, since that is a container or a CI box;
 * anybody else is told the command. macOS and Windows lack nothing.
 *
 * @param {string} electron
 * @param {Say} [say]
 */
export async function prepareMachine(electron, say = sayOnStderr) {
  if (process.platform !== 'linux') return;
  const libraries = await missingLibraries(electron);
  const lacksDisplay = !hasDisplay() && !hasVirtualDisplay();
  if (libraries.length > 0 || lacksDisplay) await makeUpFor(libraries, lacksDisplay, say);
  await mustAllowSandbox(electron);
}

/**
 * @param {string[]} libraries
 * @param {boolean} lacksDisplay
 * @param {Say} say
 */
async function makeUpFor(libraries, lacksDisplay, say) {
  const lacking = [
    ...(libraries.length > 0 ? [`shared libraries (${libraries.slice(0, 3).join(', ')} ...)`] : []),
    ...(lacksDisplay ? ['a display (or xvfb-run with xauth)'] : []),
  ].join(' and ');
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`Electron needs what this machine lacks: ${lacking}`);
  const osRelease = await readFile('/etc/os-release', 'utf8');
  const packages = debianPackages(osRelease, { libraries: libraries.length > 0, display: lacksDisplay });
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  if (!isRoot())
    throw new Error(`Electron needs what this machine lacks: ${lacking}. Please run\n  sudo ${install.join(' ')}`);
  say(`this machine lacks ${lacking}; as root: ${install.join(' ')}`);
  await runQuietly(['apt-get', 'update']);
  await runQuietly(install);
}

/**
 * `ldd` refuses an Electron that is a distribution's shell script; that one brings its libraries.
 * @param {string} electron
 * @returns {Promise<string[]>}
 */
async function missingLibraries(electron) {
  const { stdout } = await promisify(execFile)('ldd', [electron]).catch(() => ({ stdout: '' }));
  return [...stdout.matchAll(/^\s*(\S+) => not found/gmu)].map(([, name]) => name ?? '');
}

/**
 * Some systems (Ubuntu 24.04 and later) refuse ordinary users the namespaces of Chromium's sandbox; then its helper has
 * to belong to root. Electron would end with a trap and a riddle.
 * @param {string} electron
 */
async function mustAllowSandbox(electron) {
  const helper = join(dirname(electron), 'chrome-sandbox');
  if (isRoot() || !existsSync(helper) || belongsToRoot(helper) || !(await namespacesAreRestricted())) return;
  throw new Error(
    `this system restricts Chromium's sandbox. Please run\n  sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

async function namespacesAreRestricted() {
  const [byAppArmor, byDebian] = await Promise.all([
    readFile('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').catch(() => '0'),
    readFile('/proc/sys/kernel/unprivileged_userns_clone', 'utf8').catch(() => '1'),
  ]);
  return byAppArmor.trim() === '1' || byDebian.trim() === '0';
}

/** @param {string} helper */
function belongsToRoot(helper) {
  const { uid, mode } = statSync(helper);
  return uid === 0 && (mode & 0o4000) !== 0;
}

/**
 * What apt tells is of interest only when it fails.
 * @param {string[]} line
 */
async function runQuietly([command = '', ...args]) {
  const child = spawn(command, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {Buffer[]} */
  const told = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => void told.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${Buffer.concat(told).toString().trim()}`);
}

if (isProgram(import.meta.url)) {
  await runMain(async () => {
    await prepareMachine(await findElectron());
    return 0;
  });
}
