import { backups } from './backups.ts';
import { codebook } from './codebook.ts';
import { codebookMerge } from './codebook-merge.ts';
import { codebookStart } from './codebook-start.ts';
import { codebookVersions } from './codebook-versions.ts';
import { codebookPage } from './codebook-page.ts';
import { commands } from './commands.ts';
import { coding } from './coding.ts';
import { commandLine } from './command-line.ts';
import { commandPalette } from './command-palette.ts';
import { common } from './common.ts';
import { corpus } from './corpus.ts';
import { corpusImport } from './corpus-import.ts';
import { desk } from './desk.ts';
import { exports } from './exports.ts';
import { history } from './history.ts';
import { interchange } from './interchange.ts';
import { memos } from './memos.ts';
import { problems } from './problems.ts';
import { projectHome } from './project-home.ts';
import { reader } from './reader.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { tour } from './tour.ts';
import { workbench } from './workbench.ts';

/** All words in English, one namespace a feature. */
export const english = {
  common,
  problems,
  search,
  settings,
  projectHome,
  corpus,
  corpusImport,
  interchange,
  exports,
  backups,
  commandLine,
  workbench,
  reader,
  codebook,
  codebookVersions,
  codebookStart,
  codebookPage,
  codebookMerge,
  coding,
  desk,
  memos,
  commands,
  shortcuts,
  commandPalette,
  tour,
  history,
} as const;
