export const interchange = {
  chooseTable: 'Choose a codebook or codings table',
  tables: 'Tables',
  reading: 'Reading “{{name}}”',
} as const;
