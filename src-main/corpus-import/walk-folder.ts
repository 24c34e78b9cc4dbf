import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Problem, problem } from '#contract/result.ts';
import { problemOfError } from '#main/ipc/problem-of-error.ts';
import { isReadableEnding } from './readers/reader-for.ts';

/** A file to be read, or what is in its way already. `path` is as the user sees it, with `/` between parts. */
export interface FoundFile {
  readonly path: string;
  readonly location: string;
  readonly problem: Problem | null;
}

/** What systems and office programs leave behind; nobody means it when they choose a folder. */
function isClutter(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}

// Not the user's locale: the same folder must be read in the same order everywhere.
const naturally = new Intl.Collator('en', { numeric: true });

function byName(one: Dirent, other: Dirent): number {
  return naturally.compare(one.name, other.name) || (one.name < other.name ? -1 : 1);
}

type Kind = 'file' | 'folder' | 'other';

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory'>): Kind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

/** What is wrong with a file that can be said without opening it. */
function problemOfKind(name: string, kind: Kind): Problem | null {
  // A name in no valid encoding: the system will not find the file by what it told us.
  if (name.includes('\uFFFD')) return problem('unreadable', { name });
  if (kind === 'other') return problem('notAFile', { name });
  return isReadableEnding(name) ? null : problem('unsupportedType', { ending: extname(name).slice(1).toLowerCase() });
}

/** One entry on its own, for files chosen one by one. */
export async function findFile(location: string, name: string): Promise<FoundFile> {
  const kind = kindOf(await stat(location));
  return { path: name, location, problem: problemOfKind(name, kind) };
}

/**
 * All files under a folder in natural order, links followed. A folder is entered once, however often links lead to it, so
 * that loops end. Yields as it goes: a large tree takes time.
 */
export async function* walkFolder(folder: string, prefix = '', entered = new Set<string>()): AsyncGenerator<FoundFile> {
  let entries: Dirent[];
  try {
    const real = await realpath(folder);
    if (entered.has(real)) return;
    entered.add(real);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: prefix, location: folder, problem: problemOfError(error) };
    return;
  }
  for (const entry of entries.filter(({ name }) => !isClutter(name)).sort(byName)) {
    const location = join(folder, entry.name);
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    const target = entry.isSymbolicLink() ? await stat(location).catch(() => null) : entry;
    if (target === null) yield { path, location, problem: problem('vanished', { name: entry.name }) };
    else if (kindOf(target) === 'folder') yield* walkFolder(location, path, entered);
    else yield { path, location, problem: problemOfKind(entry.name, kindOf(target)) };
  }
}
