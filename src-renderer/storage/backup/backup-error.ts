/**
 * Why a file could not be read as a backup: it is something else; it is incomplete or damaged; a newer Postil made it.
 */
export type BackupFault = 'backupForeign' | 'backupBroken' | 'backupTooNew';

export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly fault: BackupFault;
  constructor(fault: BackupFault) {
    super(fault);
    this.fault = fault;
  }
}
