import type { DragEvent } from 'react';
import type { SourceId } from '#domain/project/records.ts';
import type { SideId } from './desk-state.ts';

interface HeldTab {
  readonly sideId: SideId;
  readonly sourceId: SourceId;
}

/** Ours alone: nothing else takes it, and no text field pastes it. */
const TYPE = 'application/x-postil-tab';
/** What is dragged cannot be read before it is dropped; here it is always one of our own tabs. */
let held: HeldTab | null = null;

export function holdTab(event: DragEvent, tab: HeldTab): void {
  held = tab;
  event.dataTransfer.setData(TYPE, '');
  event.dataTransfer.effectAllowed = 'move';
}

export function isTabHeld(event: DragEvent): boolean {
  return held !== null && event.dataTransfer.types.includes(TYPE);
}

/** The tab that was let go; null when it was something else. */
export function droppedTab(event: DragEvent): HeldTab | null {
  const tab = isTabHeld(event) ? held : null;
  held = null;
  return tab;
}
