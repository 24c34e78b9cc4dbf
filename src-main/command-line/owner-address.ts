import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** One name for a data folder, however it is spelt or linked to. */
function nameOf(dataFolder: string): string {
  return createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 16);
}

/** `XDG_RUNTIME_DIR` is missing in cron and ssh, where a command must still find the window of the same person. */
function runtimeFolders(): string[] {
  const user = process.getuid?.() ?? userInfo().username;
  const folders = [process.env['XDG_RUNTIME_DIR'], tmpdir()].filter((folder) => folder !== undefined && folder !== '');
  return folders.map((folder) => join(String(folder), `postil-${user}`));
}

/** Whether a folder under a shared /tmp is ours alone; anyone could have made one of that name first. */
function isPrivate(folder: string): boolean {
  const stats = lstatSync(folder);
  return stats.isDirectory() && stats.uid === process.getuid?.() && (stats.mode & 0o077) === 0;
}

/** Where the owner of a data folder may be listening, likeliest first. */
export function ownerAddresses(dataFolder: string): string[] {
  const name = nameOf(dataFolder);
  if (process.platform === 'win32') return [`\\\\.\\pipe\\postil-${name}`];
  return runtimeFolders().map((folder) => join(folder, `${name}.sock`));
}

/** Where the owner listens: a folder that nobody else can enter is made for it. Null where there is none to be had. */
export function prepareOwnerAddress(dataFolder: string): string | null {
  const addresses = ownerAddresses(dataFolder);
  if (process.platform === 'win32') return addresses[0] ?? null;
  const usable = addresses.find((_address, index) => {
    const folder = runtimeFolders()[index];
    if (folder === undefined) return false;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return isPrivate(folder);
    } catch {
      return false;
    }
  });
  return usable ?? null;
}
