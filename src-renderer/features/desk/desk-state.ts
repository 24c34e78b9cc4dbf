import type { SourceId } from '#domain/project/records.ts';

/** A text on the desk. */
export interface DeskTab {
  readonly sourceId: SourceId;
  /** Stays until it is closed. One that is not kept gives way to the next source opened from the list. */
  readonly isKept: boolean;
}

/** The two sides of the desk. A name, not a place: what is `b` stays `b` when the other side is closed. */
export type SideId = 'a' | 'b';

/** One side: its tabs, each source at most once, and the one in front. Never without a tab. */
export interface DeskSide {
  readonly id: SideId;
  readonly tabs: readonly DeskTab[];
  readonly activeId: SourceId;
}

/**
 * Which texts lie open: no side, one, or two beside each other. A text that lies alone on its side is never kept, since
 * without a row of tabs nobody would see it; of several on a side at most one is not kept.
 */
export interface DeskState {
  readonly sides: readonly DeskSide[];
  /** The side that is read and coded; one of `sides` as soon as there is any. */
  readonly focusedId: SideId;
}

/** `here`: in place of what may give way; `newTab`: kept, beside the other tabs; `beside`: on the other side. */
export type OpenWhere = 'here' | 'newTab' | 'beside';

export const emptyDesk: DeskState = { sides: [], focusedId: 'a' };

export function focusedSide(state: DeskState): DeskSide | null {
  return sideOf(state, state.focusedId);
}

export function sideOf(state: DeskState, id: SideId): DeskSide | null {
  return state.sides.find((side) => side.id === id) ?? null;
}

export function hasTab(side: DeskSide | null, sourceId: SourceId): boolean {
  return side?.tabs.some((tab) => tab.sourceId === sourceId) ?? false;
}

/** Opens a source, or brings it to the front where it is open already. The side it is on gets the focus. */
export function openOnDesk(state: DeskState, sourceId: SourceId, where: OpenWhere): DeskState {
  if (where === 'beside') {
    const other = state.sides.find(({ id }) => id !== state.focusedId);
    if (other) return focusSide(replaceSide(state, openHere(other, sourceId)), other.id);
    return state.sides.length === 0 ? openOnDesk(state, sourceId, 'here') : withSecondSide(state, sourceId);
  }
  const side = focusedSide(state);
  if (!side)
    return {
      sides: [{ id: state.focusedId, tabs: [passing(sourceId)], activeId: sourceId }],
      focusedId: state.focusedId,
    };
  return replaceSide(state, where === 'here' ? openHere(side, sourceId) : openKept(side, sourceId));
}

export function activateTab(state: DeskState, sideId: SideId, sourceId: SourceId): DeskState {
  const side = sideOf(state, sideId);
  if (!side || !hasTab(side, sourceId)) return state;
  return focusSide(replaceSide(state, { ...side, activeId: sourceId }), sideId);
}

export function focusSide(state: DeskState, sideId: SideId): DeskState {
  return sideOf(state, sideId) && state.focusedId !== sideId ? { ...state, focusedId: sideId } : state;
}

/** The next (1) or previous (-1) tab of the side with the focus, round and round. */
export function stepTab(state: DeskState, step: 1 | -1): DeskState {
  const side = focusedSide(state);
  if (!side) return state;
  const at = side.tabs.findIndex(({ sourceId }) => sourceId === side.activeId);
  const next = side.tabs[(at + step + side.tabs.length) % side.tabs.length];
  return next ? activateTab(state, side.id, next.sourceId) : state;
}

/** Takes a tab away; its right neighbour comes to the front, else the left one. The last one of a side takes the side along. */
export function closeTab(state: DeskState, sideId: SideId, sourceId: SourceId): DeskState {
  const side = sideOf(state, sideId);
  return side && hasTab(side, sourceId) ? withTabs(state, side, (tab) => tab.sourceId !== sourceId) : state;
}

/** All other tabs of a side. */
export function closeOtherTabs(state: DeskState, sideId: SideId, sourceId: SourceId): DeskState {
  const side = sideOf(state, sideId);
  return side && hasTab(side, sourceId) ? withTabs(state, side, (tab) => tab.sourceId === sourceId) : state;
}

/** @param to where it stands afterwards, counted from 0; past the end is the end */
export function reorderTab(state: DeskState, sideId: SideId, sourceId: SourceId, to: number): DeskState {
  const side = sideOf(state, sideId);
  const tab = side?.tabs.find((other) => other.sourceId === sourceId);
  if (!side || !tab) return state;
  const rest = side.tabs.filter((other) => other !== tab);
  return replaceSide(state, { ...side, tabs: insertAt(rest, to, tab) });
}

/** The tab stays when another source is opened (or, not kept, gives way again). */
export function keepTab(state: DeskState, sideId: SideId, sourceId: SourceId, isKept: boolean): DeskState {
  const side = sideOf(state, sideId);
  if (!side) return state;
  const tabs = side.tabs.map((tab) => {
    if (tab.sourceId === sourceId) return { ...tab, isKept };
    // Only one can be the one that gives way.
    return isKept ? tab : { ...tab, isKept: true };
  });
  return replaceSide(state, { ...side, tabs });
}

/**
 * Takes a tab over to the other side, which comes to be if there is none, and follows it with the focus. The only text on
 * the desk stays where it is: there is nothing it could lie beside.
 * @param to where it stands there, counted from 0; behind the last when left out
 */
export function moveToOtherSide(state: DeskState, sideId: SideId, sourceId: SourceId, to = Infinity): DeskState {
  const side = sideOf(state, sideId);
  if (!side || !hasTab(side, sourceId)) return state;
  const other = state.sides.find(({ id }) => id !== sideId);
  if (!other) {
    if (side.tabs.length === 1) return state;
    return closeTab(withSecondSide(state, sourceId), sideId, sourceId);
  }
  const rest = other.tabs.filter((tab) => tab.sourceId !== sourceId);
  const tabs = insertAt(rest, to, { sourceId, isKept: true });
  const moved = focusSide(replaceSide(state, { ...other, tabs, activeId: sourceId }), other.id);
  return closeTab(moved, sideId, sourceId);
}

/** One side again, the one with the focus. Tabs that were kept on the other come over, the rest goes. */
export function closeSplit(state: DeskState): DeskState {
  const side = focusedSide(state);
  const other = state.sides.find(({ id }) => id !== state.focusedId);
  if (!side || !other) return state;
  const kept = other.tabs.filter((tab) => tab.isKept && !hasTab(side, tab.sourceId));
  const isJoined = kept.length > 0;
  const own = isJoined && side.tabs.length === 1 ? side.tabs.map((tab) => ({ ...tab, isKept: true })) : side.tabs;
  return settled({ ...state, sides: [{ ...side, tabs: [...own, ...kept] }] });
}

/** Sources that no longer exist leave the desk. */
export function keepExisting(state: DeskState, exists: (id: SourceId) => boolean): DeskState {
  let result = state;
  for (const side of state.sides)
    for (const { sourceId } of side.tabs) if (!exists(sourceId)) result = closeTab(result, side.id, sourceId);
  return result;
}

function openHere(side: DeskSide, sourceId: SourceId): DeskSide {
  if (hasTab(side, sourceId)) return { ...side, activeId: sourceId };
  const gives = side.tabs.findIndex((tab) => !tab.isKept);
  if (gives >= 0) {
    const tabs = side.tabs.map((tab, index) => (index === gives ? passing(sourceId) : tab));
    return { ...side, tabs, activeId: sourceId };
  }
  return { ...side, tabs: insertAt(side.tabs, behindActive(side), passing(sourceId)), activeId: sourceId };
}

/** Whoever opens a tab wants what is in front to stay as well. */
function openKept(side: DeskSide, sourceId: SourceId): DeskSide {
  const front = side.tabs.map((tab) => (tab.sourceId === side.activeId ? { ...tab, isKept: true } : tab));
  const tabs = hasTab(side, sourceId)
    ? front.map((tab) => (tab.sourceId === sourceId ? { ...tab, isKept: true } : tab))
    : insertAt(front, behindActive(side), { sourceId, isKept: true });
  return { ...side, tabs, activeId: sourceId };
}

function withSecondSide(state: DeskState, sourceId: SourceId): DeskState {
  const id: SideId = state.sides[0]?.id === 'a' ? 'b' : 'a';
  return { sides: [...state.sides, { id, tabs: [passing(sourceId)], activeId: sourceId }], focusedId: id };
}

/** The side with those tabs only that pass; gone when none does. */
function withTabs(state: DeskState, side: DeskSide, stays: (tab: DeskTab) => boolean): DeskState {
  const tabs = side.tabs.filter(stays);
  const at = side.tabs.findIndex(({ sourceId }) => sourceId === side.activeId);
  const front = side.tabs.slice(at).find(stays) ?? side.tabs.slice(0, at).findLast(stays);
  if (front) return replaceSide(state, { ...side, tabs, activeId: front.sourceId });
  return settled({ ...state, sides: state.sides.filter(({ id }) => id !== side.id) });
}

function replaceSide(state: DeskState, side: DeskSide): DeskState {
  return settled({ ...state, sides: state.sides.map((other) => (other.id === side.id ? side : other)) });
}

/** What holds of every desk, see `DeskState`. */
function settled(state: DeskState): DeskState {
  const sides = state.sides.map((side) => {
    const [only] = side.tabs;
    return side.tabs.length === 1 && only?.isKept ? { ...side, tabs: [{ ...only, isKept: false }] } : side;
  });
  const isFocusThere = sides.some(({ id }) => id === state.focusedId);
  return { sides, focusedId: isFocusThere ? state.focusedId : (sides[0]?.id ?? 'a') };
}

function passing(sourceId: SourceId): DeskTab {
  return { sourceId, isKept: false };
}

function behindActive(side: DeskSide): number {
  return side.tabs.findIndex(({ sourceId }) => sourceId === side.activeId) + 1;
}

function insertAt(tabs: readonly DeskTab[], at: number, tab: DeskTab): DeskTab[] {
  const index = Math.max(0, Math.min(tabs.length, at));
  return [...tabs.slice(0, index), tab, ...tabs.slice(index)];
}
