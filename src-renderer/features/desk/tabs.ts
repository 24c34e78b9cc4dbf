import type { SourceId } from '#domain/project/records.ts';
import type { Desk } from './desk.ts';
import {
  activateTab,
  closeOtherTabs,
  closeTab,
  keepTab,
  moveToOtherSide,
  reorderTab,
  stepTab,
  type SideId,
} from './desk-state.ts';

/** What a person does to tabs, on the desk they lie on. What brings another text to the front gives it the keyboard. */
export class Tabs {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  activate(sideId: SideId, sourceId: SourceId): void {
    this.#desk.arrange((state) => activateTab(state, sideId, sourceId));
    this.#desk.focusText();
  }

  step(step: 1 | -1): void {
    this.#desk.arrange((state) => stepTab(state, step));
    this.#desk.focusText();
  }

  /** Closing leaves a place: "back" opens the text again. */
  close(sideId: SideId, sourceId: SourceId): void {
    if (sideId === this.#desk.snapshot().focusedId && sourceId === this.#desk.sourceId) this.#desk.leave();
    this.#desk.arrange((state) => closeTab(state, sideId, sourceId));
    this.#desk.focusText();
  }

  closeOthers(sideId: SideId, sourceId: SourceId): void {
    this.#desk.arrange((state) => closeOtherTabs(state, sideId, sourceId));
  }

  reorder(sideId: SideId, sourceId: SourceId, to: number): void {
    this.#desk.arrange((state) => reorderTab(state, sideId, sourceId, to));
  }

  /** To the other side. */
  move(sideId: SideId, sourceId: SourceId, to?: number): void {
    this.#desk.arrange((state) => moveToOtherSide(state, sideId, sourceId, to));
    this.#desk.focusText();
  }

  keep(sideId: SideId, sourceId: SourceId, isKept: boolean): void {
    this.#desk.arrange((state) => keepTab(state, sideId, sourceId, isKept));
  }
}
