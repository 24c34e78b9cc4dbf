import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { ProblemError } from '#contract/result.ts';
import { problemOfError } from '#main/ipc/problem-of-error.ts';
import { type FoundFile, findFile, walkFolder } from './walk-folder.ts';

/** The files behind the chosen paths, in order, and a name for what was chosen. Throws where a chosen path is not there. */
export async function openImport(paths: readonly string[]): Promise<{ files: FoundFile[]; folderName: string }> {
  const roots = await Promise.all(paths.map(rootOf));
  const isSeveral = roots.filter((root) => root.isFolder).length > 1;
  const files: FoundFile[] = [];
  for (const { path, isFolder } of roots) {
    const name = basename(path);
    if (!isFolder) files.push(await findFile(path, name));
    // Two folders may hold files of the same name, so then the folder is part of the path.
    else for await (const found of walkFolder(path, isSeveral ? name : '')) files.push(found);
  }
  const first = roots.find((root) => root.isFolder)?.path ?? dirname(roots[0]?.path ?? '');
  return { files, folderName: basename(first) };
}

async function rootOf(path: string): Promise<{ path: string; isFolder: boolean }> {
  try {
    return { path, isFolder: (await stat(path)).isDirectory() };
  } catch (error) {
    const { code, params } = problemOfError(error, basename(path));
    throw new ProblemError(code, params);
  }
}
