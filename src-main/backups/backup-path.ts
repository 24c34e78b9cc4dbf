import { join } from 'node:path';

/** Room for the rest of the name in what every file system takes (255 bytes). */
const LONGEST_NAME = 50;

export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/**
 * Where the backup of a project goes that is about to leave a layout: one file a project and layout, named so that a person
 * finds it.
 */
export function backupPath(
  dataFolder: string,
  { projectId, projectName, layout }: { projectId: string; projectName: string; layout: number },
): string {
  // What some systems forbid in names; and no dots or spaces at the ends, which Windows drops.
  const tidy = projectName.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replaceAll(/^[. ]+|[. ]+$/g, '');
  const short = Array.from(tidy).slice(0, LONGEST_NAME).join('').trim();
  const name = short === '' ? 'project' : short;
  return join(backupFolder(dataFolder), `${name} ${projectId.slice(0, 8)} layout ${layout}.postil-backup`);
}
