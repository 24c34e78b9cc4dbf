export const reader = {
  title: 'Reader',
  textLabel: 'Text of “{{name}}”',
  noTurnHere: 'No speaker’s turn here. A turn begins with a name and a colon that come again.',
  keysHint:
    'Read-only text. Arrow keys move, Shift selects, F8 takes the next larger unit, Enter codes the selection, F9 goes to the next coding, F6 to the next panel.',
} as const;
