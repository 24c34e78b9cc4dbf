export { Desk, type DeskTarget } from './desk.ts';
export { DeskProvider, useDesk, useDeskState } from './desk-context.tsx';
export { focusedSide, type DeskSide, type OpenWhere } from './desk-state.ts';
export { BackAndForward, SplitButton } from './DeskButtons.tsx';
export { DeskTabs } from './DeskTabs.tsx';
export { GoToParagraph } from './GoToParagraph.tsx';
export { loadDesk } from './load-desk.ts';
export { useDeskCommands } from './use-desk-commands.ts';
