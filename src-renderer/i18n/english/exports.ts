export const exports = {
  codingsTitle: 'Export codings',
  codebookTitle: 'Export the codebook',
  codingsFile: '{{project}} codings.csv',
  codebookFile: '{{project}} codebook.csv',
  csvFiles: 'CSV tables',
  codingsExported_one: '1 coding exported',
  codingsExported_other: '{{count, number}} codings exported',
  codebookExported_one: '1 code exported',
  codebookExported_other: '{{count, number}} codes exported',
  exporting: 'Exporting, {{finished, number}} of {{total, number}}',
  notExported: '“{{name}}” was not written; a file that was there before is untouched.',
} as const;
