/** What was done, as the journal and "Undo …" name it; the keys are stored in projects and must not be renamed. */
export const history = {
  title: 'History',
  importSources_one: 'import 1 source',
  importSources_other: 'import {{count, number}} sources',
  importCodebook_one: 'import a codebook with 1 code',
  importCodebook_other: 'import a codebook with {{count, number}} codes',
  importCodings_one: 'import 1 coding',
  importCodings_other: 'import {{count, number}} codings',
  changeEncoding: 'read “{{name}}” as {{encoding}}',
  createSample: 'create the sample project',
  renameProject: 'rename the project to “{{name}}”',
} as const;
