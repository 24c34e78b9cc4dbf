export const commandPalette = {
  label: 'Search or jump to',
  query: 'Command, source, code or memo',
  found: 'Found',
  nothing: 'No command, source, code or memo is like “{{query}}”.',
  kinds: {
    command: 'Command',
    source: 'Source',
    code: 'Code',
    memo: 'Memo',
  },
  does: {
    command: '↵ does it',
    source: '↵ opens the source, {{keys}} in a tab of its own',
    code: '↵ lists its codings',
    memo: '↵ opens the memo and what it is about',
  },
} as const;
