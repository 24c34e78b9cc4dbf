export const reader = {
  title: 'Reader',
  portrait: 'Portrait of the text',
  textLabel: 'Text of “{{name}}”',
  edgeEnd:
    'End of the selection, after “{{words}}”. Arrow keys move it, Tab goes to the start, Enter keeps, Escape leaves.',
  edgeStart:
    'Start of the selection, before “{{words}}”. Arrow keys move it, Tab goes to the end, Enter keeps, Escape leaves.',
  edgeOfCodingEnd:
    'End of the coding “{{name}}”, after “{{words}}”. Arrow keys move it, Tab goes to the start, Enter keeps, Escape leaves.',
  edgeOfCodingStart:
    'Start of the coding “{{name}}”, before “{{words}}”. Arrow keys move it, Tab goes to the end, Enter keeps, Escape leaves.',
  edgeMovedEnd: 'to “{{words}}”',
  edgeMovedStart: 'from “{{words}}”',
  edgesKept: 'Moved.',
  edgesLeft: 'Left as it was.',
  edgeNoteEnd: 'Arrow keys move the end',
  edgeNoteStart: 'Arrow keys move the start',
  edgeNoteToEnd: 'end',
  edgeNoteToStart: 'start',
  edgeNoteKeep: 'keep',
  edgeNoteLeave: 'leave',
  noEdgesHere: 'Select a passage, or go to a coding, to move where it begins and ends.',
  noTurnHere: 'No speaker’s turn here. A turn begins with a name and a colon that come again.',
  keysHint:
    'Read-only text. Arrow keys move, Shift selects, F8 takes the next larger unit, Enter codes the selection, F9 goes to the next coding, F6 to the next panel.',
} as const;
