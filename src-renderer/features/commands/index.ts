export { CommandButton } from './CommandButton.tsx';
export { CommandItem } from './CommandItem.tsx';
export { CommandProvider, isAsking, useCommand, useCommandCenter } from './command-context.tsx';
export { ShortcutsOnCommand } from './ShortcutsOnCommand.tsx';
export type { CommandCenter } from './command-center.ts';
export { commandIds, commandList, type CommandId } from './command-list.ts';
export { useIsEnabled, useKeyOf } from './use-key-of.ts';
