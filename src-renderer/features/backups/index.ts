export { BackUpDialog } from './BackUpDialog.tsx';
export { bringUpToDate } from './bring-up-to-date.ts';
export { chooseBackup, chooseBackupTarget, isBackup } from './choose-backup.ts';
export { OlderProjectDialog } from './OlderProjectDialog.tsx';
export { restoreBackup } from './restore-backup.ts';
export { RestoreDialog } from './RestoreDialog.tsx';
export { exportBackup } from './write-backup.ts';
