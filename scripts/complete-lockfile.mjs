import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isProgram } from './run/is-program.mjs';
import { projectRoot } from './run/project-root.mjs';

/**
 * npm leaves a tool's binaries for other systems out of package-lock.json when the registry in use (a mirror, a proxy)
 * does not have them; then `npm ci` refuses the file, here and on those other systems. This names them again. They come
 * without a hash; `npm install` on a machine with the full registry adds it.
 *
 * @typedef {{version?: string, optionalDependencies?: Record<string, string>, dev?: boolean} & Record<string, unknown>} LockedPackage
 * @typedef {{packages: Record<string, LockedPackage>} & Record<string, unknown>} Lockfile
 */

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];
const EXACT_VERSION = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u;

/**
 * @param {Lockfile} lockfile
 * @returns {Lockfile}
 */
export function completeLockfile(lockfile) {
  const packages = { ...lockfile.packages };
  for (const { optionalDependencies = {}, dev } of Object.values(lockfile.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const system = systemOf(name);
      if (system === undefined || !EXACT_VERSION.test(version)) continue;
      packages[`node_modules/${name}`] ??= {
        version,
        cpu: system.cpu,
        ...(dev ? { dev } : {}),
        ...(system.libc ? { libc: system.libc } : {}),
        optional: true,
        os: system.os,
      };
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lockfile, packages: Object.fromEntries(sorted) };
}

/**
 * The system that a binary's package is for, by its name: `@oxlint/binding-linux-x64-musl`.
 * @param {string} name
 */
function systemOf(name) {
  const words = name.split(/[/-]/u);
  const os = SYSTEMS.find((word) => words.includes(word));
  const cpu = PROCESSORS.find((word) => words.includes(word));
  if (os === undefined || cpu === undefined) return undefined;
  const libc = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }[words.at(-1) ?? ''];
  return { os: [os], cpu: [cpu], libc: libc && [libc] };
}

if (isProgram(import.meta.url)) {
  const path = join(projectRoot, 'package-lock.json');
  const complete = completeLockfile(JSON.parse(await readFile(path, 'utf8')));
  await writeFile(path, `${JSON.stringify(complete, undefined, 2)}\n`);
}
