/**
 * Keys of the text that nobody can choose otherwise, since every text field has them or what codes depends on them. The sheet
 * shows them, and `reserved-keys.ts` refuses them to commands.
 */
export interface FixedKeys {
  /** Words for it stand in the namespace `shortcuts` under `fixed`. */
  readonly word: FixedKeyWord;
  readonly keys: readonly string[];
  readonly onMac?: readonly string[];
  /** With Shift they take along what they pass. */
  readonly isExtending: boolean;
}

export type FixedKeyWord = (typeof fixedKeys)[number]['word'];

const fixedKeys = [
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

/** In the order of the sheet. */
export const textKeys: readonly FixedKeys[] = fixedKeys;

export function keysOnPlatform(fixed: FixedKeys, isMac: boolean): readonly string[] {
  return (isMac ? fixed.onMac : undefined) ?? fixed.keys;
}
