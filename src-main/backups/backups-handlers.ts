import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Handlers } from '#contract/area.ts';
import type { backups } from '#contract/backups.ts';
import { ProblemError } from '#contract/result.ts';
import type { ExportSessions } from '#main/exports/export-sessions.ts';
import type { Grants } from '#main/files/grants.ts';
import { problemOfError } from '#main/ipc/problem-of-error.ts';
import type { BackupFiles } from './backup-files.ts';
import { backupFolder, backupPath } from './backup-path.ts';

interface Needs {
  readonly dataFolder: string;
  readonly grants: Grants;
  readonly exportSessions: ExportSessions;
  readonly files: BackupFiles;
}

export function backupsHandlers({ dataFolder, grants, exportSessions, files }: Needs): Handlers<typeof backups> {
  const folder = backupFolder(dataFolder);
  return {
    begin: async (project) => {
      await mkdir(folder, { recursive: true }).catch((error: unknown) => {
        const { code, params } = problemOfError(error, basename(folder));
        throw new ProblemError(code, params);
      });
      const path = backupPath(dataFolder, project);
      return { exportId: await exportSessions.begin(path), grant: grants.grant(path, 'file') };
    },
    open: ({ handle }) => files.open(grants.resolve(handle, 'file').path),
    read: ({ backupId }) => files.read(backupId),
    close: async ({ backupId }) => {
      await files.close(backupId);
      return undefined;
    },
  };
}
