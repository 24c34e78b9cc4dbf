/**
 * Shortcuts are written `Mod+Shift+Z` everywhere in the code. `Mod` is Ctrl, on a Mac Command.
 */
export type Shortcut = string;

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

const onMac: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Shift: '⇧', Alt: '⌥', Delete: '⌫' };
const elsewhere: Readonly<Record<string, string>> = { Mod: 'Ctrl', Delete: 'Del' };
const everywhere: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

const spoken: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  '+': 'Plus',
};

/** Commands can be without a key: then nothing is shown. */
export function hasShortcut(shortcut: Shortcut | undefined): shortcut is Shortcut {
  return shortcut !== undefined && shortcut !== '';
}

/** As it is printed: `Ctrl N`, on a Mac `⌘N`. */
export function shortcutText(shortcut: Shortcut, mac: boolean = isMac): string {
  return shortcutCaps(shortcut, mac).join(mac ? '' : ' ');
}

/** What is printed on each key of it: `Ctrl`, `N`. */
export function shortcutCaps(shortcut: Shortcut, mac: boolean = isMac): string[] {
  const names = mac ? onMac : elsewhere;
  return keysOf(shortcut).map((key) => names[key] ?? everywhere[key] ?? key);
}

/** As `aria-keyshortcuts` wants it: `Control+ArrowUp`. */
export function ariaShortcut(shortcut: Shortcut, mac: boolean = isMac): string {
  const names: Readonly<Record<string, string>> = { ...spoken, Mod: mac ? 'Meta' : 'Control' };
  return keysOf(shortcut)
    .map((key) => names[key] ?? key)
    .join('+');
}

/** Whether a key was pressed together with what the platform uses for commands. */
export function isModPressed(
  event: { readonly ctrlKey: boolean; readonly metaKey: boolean },
  mac: boolean = isMac,
): boolean {
  return mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}

/** A plus sign can itself be the last key: `Mod++`. */
function keysOf(shortcut: Shortcut): string[] {
  return shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), '+'] : shortcut.split('+');
}
