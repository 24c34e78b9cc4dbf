import type { CommandDefinition } from './command-list.ts';
import { keysOnPlatform, textKeys } from './fixed-keys.ts';
import { partsOf, type ChordParts } from './key-chord.ts';

/** Why a chord can be no command's key. Words for each stand in the namespace `shortcuts` under `refused`. */
export type Refusal =
  | 'typing'
  | 'erasing'
  | 'caret'
  | 'controls'
  | 'clipboard'
  | 'assistive'
  | 'altGr'
  | 'system'
  | 'unreadable';

/** Keys of NVDA, JAWS, Orca and Narrator; a command on them would never be reached, or take them away. */
const ASSISTIVE = new Set(['Insert', 'CapsLock', 'NumLock', 'ScrollLock']);
/** What moves through a window, presses its buttons and opens its menus. */
const CONTROLS = new Set(['Tab', 'Enter', 'Escape', 'Space']);
const OF_FIELDS = new Set(['C', 'V', 'X', 'A']);
/** Keys with a name that a command may have; any other (media, power, input methods) belongs to the machine. */
const NAMED =
  /^(?:F[1-9]|F1[0-9]|F2[0-4]|Up|Down|Left|Right|Home|End|PageUp|PageDown|Delete|Backspace|Tab|Enter|Escape|Space)$/;
/** Closing a window, its menu, the start menu, the task manager, a menu at the caret, switching an input method. */
const OF_SYSTEM = new Set(['Alt+F4', 'Alt+Space', 'Mod+Space', 'Mod+Escape', 'Mod+Shift+Escape', 'Shift+F10']);
/** Closing, hiding, switching, Spotlight, screenshots, Mission Control. */
const OF_MAC = new Set(
  (
    'Mod+Q Mod+H Mod+Alt+H Mod+M Mod+` Mod+Shift+Q Mod+Alt+Escape Mod+Space Mod+Alt+Space ' +
    'Mod+Shift+3 Mod+Shift+4 Mod+Shift+5 Ctrl+Up Ctrl+Down Ctrl+Left Ctrl+Right Ctrl+Space'
  ).split(' '),
);

/**
 * Why a command of this scope cannot have a chord, null when it can. Whether another command has it already is another
 * question.
 */
export function refusalOf(chord: string, scope: CommandDefinition['scope'], isMac: boolean): Refusal | null {
  const parts = partsOf(chord);
  const { modifiers, key } = parts;
  if (/^(?:Dead|Unidentified|Process)$/.test(key)) return 'unreadable';
  if (ASSISTIVE.has(key)) return 'assistive';
  if (modifiers.has('Alt') && modifiers.has(isMac ? 'Ctrl' : 'Mod')) return isMac ? 'assistive' : 'altGr';
  if (isOfSystem(chord, parts, isMac)) return 'system';
  if (movesCaret(chord, isMac)) return 'caret';
  const isPlain = modifiers.size === 0 || (modifiers.size === 1 && modifiers.has('Shift'));
  if (CONTROLS.has(key) && isPlain) return 'controls';
  if (key.length === 1 && isPlain) return 'typing';
  if (modifiers.has('Mod') && modifiers.size === 1 && OF_FIELDS.has(key)) return 'clipboard';
  const isErasing = key === 'Delete' || key === 'Backspace';
  return isErasing && scope === 'window' ? 'erasing' : null;
}

function isOfSystem(chord: string, { modifiers, key }: ChordParts, isMac: boolean): boolean {
  if (key.length > 1 && !NAMED.test(key)) return true;
  if (modifiers.has('Meta') || OF_SYSTEM.has(chord) || (isMac && OF_MAC.has(chord))) return true;
  // Ctrl+Tab goes round tabs everywhere; with Alt, on a Mac with Command, it goes round windows.
  const isOfTabs = key === 'Tab' && !modifiers.has('Alt') && (!isMac || !modifiers.has('Mod'));
  return (
    (key === 'Tab' || key === 'Escape') &&
    !isOfTabs &&
    (modifiers.has('Alt') || modifiers.has('Mod') || modifiers.has('Ctrl'))
  );
}

function movesCaret(chord: string, isMac: boolean): boolean {
  return textKeys.some((fixed) => {
    if (!fixed.isExtending) return false;
    return keysOnPlatform(fixed, isMac).some((key) => key === chord || extending(key) === chord);
  });
}

/** Shift stands last, before the key. */
function extending(chord: string): string {
  const at = chord.lastIndexOf('+') + 1;
  return `${chord.slice(0, at)}Shift+${chord.slice(at)}`;
}
