import { basename } from 'node:path';
import { shell } from 'electron';
import type { Handlers } from '#contract/area.ts';
import type { Grant, files } from '#contract/files.ts';
import type { OurPage } from '#main/windows/our-page.ts';
import { chooseFiles, chooseFolder, chooseSaveTarget } from './choose-paths.ts';
import type { Grants } from './grants.ts';
import { readFileBytes } from './read-file-bytes.ts';
import { readTextFile } from './read-text-file.ts';

interface Needs {
  readonly page: OurPage;
  readonly grants: Grants;
  /** Paths given at start, on the command line. */
  readonly startupPaths: readonly string[];
}

export function filesHandlers({ page, grants, startupPaths }: Needs): Handlers<typeof files> {
  let waiting = startupPaths;
  return {
    chooseFolder: async ({ title }) => {
      const path = await chooseFolder(page.window, title);
      return path === null ? null : grants.grant(path, 'folder');
    },
    chooseFiles: async (question) => {
      const paths = await chooseFiles(page.window, question);
      return paths.map((path): Grant => grants.grant(path, 'file'));
    },
    chooseSaveTarget: async (question) => {
      const path = await chooseSaveTarget(page.window, question);
      return path === null ? null : grants.grant(path, 'save-target');
    },
    takeStartupPaths: () => {
      const taken = waiting;
      waiting = [];
      return Promise.all(taken.map((path) => grants.grantExisting(path)));
    },
    readTextFile: async ({ handle }) => {
      const { path } = grants.resolve(handle, 'file');
      return { name: basename(path), ...(await readTextFile(path)) };
    },
    readBytes: async ({ handle }) => {
      const { path } = grants.resolve(handle, 'file');
      return { name: basename(path), bytes: await readFileBytes(path) };
    },
    reveal: ({ handle }) => {
      shell.showItemInFolder(grants.resolve(handle, 'file', 'folder', 'save-target').path);
      return undefined;
    },
  };
}
