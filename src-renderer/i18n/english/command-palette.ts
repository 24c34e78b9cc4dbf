export const commandPalette = {
  label: 'Search or jump to',
  query: 'Command, source or code',
  found: 'Found',
  nothing: 'No command, source or code is like “{{query}}”.',
  kinds: {
    command: 'Command',
    source: 'Source',
    code: 'Code',
  },
  does: {
    command: '↵ does it',
    source: '↵ opens the source, {{keys}} in a tab of its own',
    code: '↵ lists its codings',
  },
} as const;
