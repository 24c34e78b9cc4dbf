/**
 * Keys that nobody can choose otherwise: those of the text, since every text field has them or what codes depends on them, and
 * those of trees and lists. The sheet shows both; `reserved-keys.ts` refuses those that move the caret to commands.
 */
export interface FixedKeys {
  /** Words for it stand in the namespace `shortcuts` under `fixed`. */
  readonly word: FixedKeyWord;
  readonly keys: readonly string[];
  readonly onMac?: readonly string[];
  /** With Shift they take along what they pass. */
  readonly isExtending: boolean;
}

export type FixedKeyWord = (typeof inText)[number]['word'] | (typeof inLists)[number]['word'];

const inText = [
  { word: 'character', keys: ['Left', 'Right'], isExtending: true },
  { word: 'word', keys: ['Mod+Left', 'Mod+Right'], onMac: ['Alt+Left', 'Alt+Right'], isExtending: true },
  { word: 'line', keys: ['Up', 'Down'], isExtending: true },
  { word: 'lineEnds', keys: ['Home', 'End'], onMac: ['Mod+Left', 'Mod+Right', 'Home', 'End'], isExtending: true },
  { word: 'paragraph', keys: ['Mod+Up', 'Mod+Down'], onMac: ['Alt+Up', 'Alt+Down'], isExtending: true },
  { word: 'page', keys: ['PageUp', 'PageDown'], isExtending: true },
  { word: 'text', keys: ['Mod+Home', 'Mod+End'], onMac: ['Mod+Up', 'Mod+Down'], isExtending: true },
  { word: 'everything', keys: ['Mod+A'], isExtending: false },
  { word: 'copy', keys: ['Mod+C'], isExtending: false },
  { word: 'enter', keys: ['Enter'], isExtending: false },
  { word: 'letters', keys: ['A–Z'], isExtending: false },
  { word: 'digits', keys: ['1–9'], isExtending: false },
  { word: 'escape', keys: ['Escape'], isExtending: false },
] as const;

const inLists = [
  { word: 'rows', keys: ['Up', 'Down', 'Home', 'End'], isExtending: true },
  { word: 'begins', keys: ['A–Z'], isExtending: false },
  { word: 'activate', keys: ['Enter'], isExtending: false },
  { word: 'rename', keys: ['F2'], isExtending: false },
  { word: 'delete', keys: ['Delete'], isExtending: false },
  // A Mac has no key for menus.
  { word: 'menu', keys: ['Shift+F10'], onMac: [], isExtending: false },
  { word: 'mark', keys: ['Mod+Space'], isExtending: false },
  { word: 'markAll', keys: ['Mod+A'], isExtending: false },
  { word: 'branch', keys: ['Right', 'Left'], isExtending: false },
  { word: 'moveCode', keys: ['Alt+Up', 'Alt+Down'], isExtending: false },
  { word: 'moveDeeper', keys: ['Alt+Right', 'Alt+Left'], isExtending: false },
] as const;

/** In the order of the sheet. */
export const textKeys: readonly FixedKeys[] = inText;
export const listKeys: readonly FixedKeys[] = inLists;

export function keysOnPlatform(fixed: FixedKeys, isMac: boolean): readonly string[] {
  return (isMac ? fixed.onMac : undefined) ?? fixed.keys;
}
