import { app } from 'electron';
import { contract } from '#contract/index.ts';
import { applicationHandlers } from './application/application-handlers.ts';
import { createBackupFiles } from './backups/backup-files.ts';
import { backupsHandlers } from './backups/backups-handlers.ts';
import type { CommandRunner } from './command-line/command-runner.ts';
import { corpusImportHandlers } from './corpus-import/corpus-import-handlers.ts';
import type { ExportSessions } from './exports/export-sessions.ts';
import { exportsHandlers } from './exports/exports-handlers.ts';
import { filesHandlers } from './files/files-handlers.ts';
import type { Grants } from './files/grants.ts';
import { registerArea } from './ipc/register-area.ts';
import { settingsHandlers } from './settings/settings-handlers.ts';
import type { SettingsFile } from './settings/settings-file.ts';
import type { OurPage } from './windows/our-page.ts';

export interface Machine {
  readonly page: OurPage;
  readonly grants: Grants;
  readonly exportSessions: ExportSessions;
  readonly settingsFile: SettingsFile;
  readonly commandRunner: CommandRunner;
  readonly dataFolder: string;
  readonly startupPaths: readonly string[];
}

/** Opens every area of the contract to the page: the one place where they are put together. */
export function registerAreas(machine: Machine): void {
  const { page, grants, exportSessions, settingsFile, commandRunner, dataFolder, startupPaths } = machine;
  const resourcesFolder = app.isPackaged ? process.resourcesPath : `${app.getAppPath()}/resources`;
  const { isSender, markReady } = page;
  registerArea(
    'application',
    contract.application,
    applicationHandlers({ dataFolder, resourcesFolder, markReady }),
    isSender,
  );
  registerArea('settings', contract.settings, settingsHandlers(settingsFile), isSender);
  registerArea('files', contract.files, filesHandlers({ page, grants, startupPaths }), isSender);
  registerArea('corpusImport', contract.corpusImport, corpusImportHandlers(grants), isSender);
  registerArea('exports', contract.exports, exportsHandlers(exportSessions, grants), isSender);
  const files = createBackupFiles();
  registerArea('backups', contract.backups, backupsHandlers({ dataFolder, grants, exportSessions, files }), isSender);
  registerArea('commandLine', contract.commandLine, commandRunner.handlers, isSender);
}
