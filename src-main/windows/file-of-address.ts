import { join, sep } from 'node:path';
import { APP_HOST } from './app-address.ts';

/** The file an address means, or null where it means none inside `folder`. */
export function fileOfAddress(folder: string, address: string): string | null {
  const { host, pathname } = new URL(address);
  if (host !== APP_HOST) return null;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // Encoded slashes and dots are decoded by now, so that `join` shows where the path really leads.
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(folder, path);
  return file.startsWith(folder + sep) ? file : null;
}
