/**
 * Everything that can be done by key: one table, from which the keys are read, the sheet is drawn and conflicts are found.
 * Words for each stand in the namespace `commands` under the same name.
 */

/** Headings of the sheet, in its order. */
export const commandGroups = ['project', 'panels', 'moving', 'selecting', 'coding', 'page', 'memos', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface CommandDefinition {
  readonly group: CommandGroup;
  /** `window`: wherever the focus is, but not behind a dialog. `text`: while the text has the focus. */
  readonly scope: 'window' | 'text';
  /** As in `ui/shortcut-text.ts`; several when there is more than one way. A person may choose others. */
  readonly keys: readonly string[];
  /** Where a Mac has others. */
  readonly onMac?: readonly string[];
}

const table = {
  newProject: { group: 'project', scope: 'window', keys: ['Mod+N'] },
  undo: { group: 'project', scope: 'window', keys: ['Mod+Z'] },
  redo: { group: 'project', scope: 'window', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  addSources: { group: 'project', scope: 'window', keys: ['Mod+I'] },
  addFolder: { group: 'project', scope: 'window', keys: ['Mod+Shift+I'] },
  importTable: { group: 'project', scope: 'window', keys: [] },
  exportCodings: { group: 'project', scope: 'window', keys: ['Mod+E'] },
  exportCodebook: { group: 'project', scope: 'window', keys: ['Mod+Shift+E'] },
  nameVersion: { group: 'project', scope: 'window', keys: [] },
  mergeCodebook: { group: 'project', scope: 'window', keys: [] },
  startingPoints: { group: 'project', scope: 'window', keys: [] },
  codebookVersions: { group: 'project', scope: 'window', keys: [] },
  exportCodebookAs: { group: 'project', scope: 'window', keys: [] },
  exportMemos: { group: 'project', scope: 'window', keys: [] },
  exportJournal: { group: 'project', scope: 'window', keys: [] },
  backUp: { group: 'project', scope: 'window', keys: [] },
  openBackup: { group: 'project', scope: 'window', keys: [] },
  settings: { group: 'project', scope: 'window', keys: ['Mod+,'] },
  closeProject: { group: 'project', scope: 'window', keys: ['Mod+Shift+W'] },
  toggleLeft: { group: 'panels', scope: 'window', keys: ['Mod+B'] },
  toggleRight: { group: 'panels', scope: 'window', keys: ['Mod+.'] },
  nextPane: { group: 'panels', scope: 'window', keys: ['F6'] },
  previousPane: { group: 'panels', scope: 'window', keys: ['Shift+F6'] },
  nextTab: { group: 'panels', scope: 'window', keys: ['Mod+Tab', 'Mod+PageDown'], onMac: ['Ctrl+Tab'] },
  previousTab: { group: 'panels', scope: 'window', keys: ['Mod+Shift+Tab', 'Mod+PageUp'], onMac: ['Ctrl+Shift+Tab'] },
  closeTab: { group: 'panels', scope: 'window', keys: ['Mod+W', 'Mod+F4'], onMac: ['Mod+W'] },
  splitView: { group: 'panels', scope: 'window', keys: ['F4'] },
  closeSplit: { group: 'panels', scope: 'window', keys: ['Shift+F4'] },
  otherSide: { group: 'panels', scope: 'window', keys: ['Mod+F6'] },
  showPassage: { group: 'panels', scope: 'window', keys: ['Alt+1'] },
  showHistory: { group: 'panels', scope: 'window', keys: ['Mod+Shift+H'] },
  showCodings: { group: 'panels', scope: 'window', keys: ['Alt+2'] },
  showFound: { group: 'panels', scope: 'window', keys: ['Alt+3'] },
  showMemos: { group: 'memos', scope: 'window', keys: ['Alt+4'] },
  showText: { group: 'panels', scope: 'window', keys: ['Mod+Shift+R'] },
  showCodebook: { group: 'panels', scope: 'window', keys: ['Mod+Shift+B'] },
  print: { group: 'project', scope: 'window', keys: ['Mod+P'] },
  newMemo: { group: 'memos', scope: 'window', keys: ['Mod+Shift+M'] },
  newProjectMemo: { group: 'memos', scope: 'window', keys: [] },
  nextMemo: { group: 'memos', scope: 'window', keys: ['F7'] },
  previousMemo: { group: 'memos', scope: 'window', keys: ['Shift+F7'] },
  newCode: { group: 'coding', scope: 'window', keys: ['Mod+Shift+N'] },
  giveCode: { group: 'coding', scope: 'window', keys: ['Mod+Enter'] },
  back: { group: 'moving', scope: 'window', keys: ['Alt+Left'], onMac: ['Mod+['] },
  forward: { group: 'moving', scope: 'window', keys: ['Alt+Right'], onMac: ['Mod+]'] },
  goToParagraph: { group: 'moving', scope: 'window', keys: ['Mod+L'] },
  nextSource: { group: 'moving', scope: 'window', keys: ['Alt+PageDown'] },
  previousSource: { group: 'moving', scope: 'window', keys: ['Alt+PageUp'] },
  commandPalette: { group: 'moving', scope: 'window', keys: ['Mod+K'] },
  find: { group: 'moving', scope: 'window', keys: ['Mod+F'] },
  findNext: { group: 'moving', scope: 'window', keys: ['F3', 'Mod+G'] },
  findPrevious: { group: 'moving', scope: 'window', keys: ['Shift+F3', 'Mod+Shift+G'] },
  nextCoding: { group: 'moving', scope: 'text', keys: ['F9'] },
  previousCoding: { group: 'moving', scope: 'text', keys: ['Shift+F9'] },
  selectNextCoding: { group: 'moving', scope: 'text', keys: ['Mod+F9'] },
  selectPreviousCoding: { group: 'moving', scope: 'text', keys: ['Mod+Shift+F9'] },
  nextSentence: { group: 'moving', scope: 'text', keys: ['Alt+Down'], onMac: ['Mod+Alt+Down'] },
  previousSentence: { group: 'moving', scope: 'text', keys: ['Alt+Up'], onMac: ['Mod+Alt+Up'] },
  nextClause: { group: 'moving', scope: 'text', keys: ['Alt+End'] },
  previousClause: { group: 'moving', scope: 'text', keys: ['Alt+Home'] },
  adjustEdges: { group: 'selecting', scope: 'text', keys: ['F2'] },
  growSelection: { group: 'selecting', scope: 'text', keys: ['F8'] },
  shrinkSelection: { group: 'selecting', scope: 'text', keys: ['Shift+F8'] },
  selectClause: { group: 'selecting', scope: 'text', keys: ['Mod+Shift+L'] },
  selectSentence: { group: 'selecting', scope: 'text', keys: ['Mod+Shift+S'] },
  selectParagraph: { group: 'selecting', scope: 'text', keys: ['Mod+Shift+P'] },
  selectTurn: { group: 'selecting', scope: 'text', keys: ['Mod+Shift+T'] },
  extendToNextSentence: {
    group: 'selecting',
    scope: 'text',
    keys: ['Alt+Shift+Down'],
    onMac: ['Mod+Alt+Shift+Down'],
  },
  extendToPreviousSentence: { group: 'selecting', scope: 'text', keys: ['Alt+Shift+Up'], onMac: ['Mod+Alt+Shift+Up'] },
  extendToNextClause: { group: 'selecting', scope: 'text', keys: ['Alt+Shift+End'] },
  extendToPreviousClause: { group: 'selecting', scope: 'text', keys: ['Alt+Shift+Home'] },
  codeAgain: { group: 'coding', scope: 'text', keys: ['Mod+Shift+Enter'] },
  codeInVivo: { group: 'coding', scope: 'text', keys: ['Mod+Shift+O'] },
  codeSentence: { group: 'coding', scope: 'text', keys: ['F5'] },
  codeParagraph: { group: 'coding', scope: 'text', keys: ['Shift+F5'] },
  codeTurn: { group: 'coding', scope: 'text', keys: ['Mod+F5'] },
  mergeCodes: { group: 'coding', scope: 'window', keys: ['Mod+J'] },
  splitCode: { group: 'coding', scope: 'window', keys: ['Mod+D'] },
  filterCodes: { group: 'coding', scope: 'window', keys: ['Mod+Shift+A'] },
  codingMode: { group: 'coding', scope: 'window', keys: ['Mod+Shift+K'] },
  weighCoding: { group: 'coding', scope: 'text', keys: ['Mod+F2'] },
  recodeCoding: { group: 'coding', scope: 'text', keys: ['Shift+F2'] },
  splitCoding: { group: 'coding', scope: 'text', keys: ['Mod+Shift+X'] },
  mergeCodings: { group: 'coding', scope: 'text', keys: ['Mod+Shift+J'] },
  copyCodes: { group: 'coding', scope: 'text', keys: ['Mod+Shift+C'] },
  pasteCodes: { group: 'coding', scope: 'text', keys: ['Mod+Shift+V'] },
  nextOfCode: { group: 'moving', scope: 'text', keys: ['Mod+F3'] },
  previousOfCode: { group: 'moving', scope: 'text', keys: ['Mod+Shift+F3'] },
  nextUncoded: { group: 'moving', scope: 'text', keys: ['Mod+U'] },
  previousUncoded: { group: 'moving', scope: 'text', keys: ['Mod+Shift+U'] },
  removeCoding: { group: 'coding', scope: 'text', keys: ['Delete', 'Backspace'] },
  hideCodes: { group: 'page', scope: 'window', keys: ['Mod+F8'] },
  onlyThisCode: { group: 'page', scope: 'window', keys: ['Mod+Shift+F8'] },
  allCodes: { group: 'page', scope: 'window', keys: ['Mod+F7'] },
  focusMode: { group: 'page', scope: 'window', keys: ['F12'] },
  fullTint: { group: 'page', scope: 'window', keys: ['Mod+Shift+F'] },
  largerText: { group: 'page', scope: 'window', keys: ['Mod++', 'Mod+='] },
  smallerText: { group: 'page', scope: 'window', keys: ['Mod+-'] },
  normalText: { group: 'page', scope: 'window', keys: ['Mod+0'] },
  shortcuts: { group: 'help', scope: 'window', keys: ['F1', 'Mod+/'] },
  tour: { group: 'help', scope: 'window', keys: [] },
} as const satisfies Readonly<Record<string, CommandDefinition>>;

export type CommandId = keyof typeof table;
export const commandList: Readonly<Record<CommandId, CommandDefinition>> = table;
export const commandIds = Object.keys(table) as readonly CommandId[];
