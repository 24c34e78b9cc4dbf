export const search = {
  find: 'Find in this text',
  next: 'Next place',
  previous: 'Previous place',
  caseSensitive: 'Upper and lower case matter',
  wholeWord: 'Whole words',
  marks: 'Accents and marks matter',
  pattern: 'Regular expression',
  close: 'Close the search',
  none: 'Not found',
  place: '{{number}} of {{total}}',
  unreadable: 'Not a complete pattern',
  tooSlow: 'This pattern takes too long',
} as const;
