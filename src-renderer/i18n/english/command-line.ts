export const commandLine = {
  help: 'postil',
} as const;
