export { Desk, type DeskTarget } from './desk.ts';
export { DeskProvider, useDesk, useDeskState } from './desk-context.tsx';
export { focusedSide, sideOf, type DeskSide, type DeskState, type OpenWhere, type SideId } from './desk-state.ts';
export { loadDesk } from './load-desk.ts';
