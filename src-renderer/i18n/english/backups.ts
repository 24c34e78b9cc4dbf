export const backups = {
  chooseTitle: 'Open a backup',
  saveTitle: 'Back up the project',
  files: 'Backups of Postil',
  reached: '{{finished, number}} of {{total, number}} records',
  backingUp: 'Backing up “{{name}}”',
  backedUp: 'Backed up “{{name}}”',
  fileOfSize: '{{file}}, {{size}}',
  notBackedUp: '“{{name}}” was not written; a file that was there before is untouched',
  backingUpFirst: 'Backing up “{{name}}” before it is opened',
  whyFirst:
    'An older Postil saved it. This one stores some things otherwise, so everything is written to a file first.',
  backedUpFirst: 'Backed up “{{name}}” as the older Postil left it',
  notOpened: '“{{name}}” was not opened',
  restoring: 'Opening the backup “{{name}}”',
  restored: '“{{name}}” was made from the backup. It is in the list of projects.',
  restoredOne: 'Made from the backup: {{name}}',
  notRestored: 'No project was made from “{{name}}”',
} as const;
