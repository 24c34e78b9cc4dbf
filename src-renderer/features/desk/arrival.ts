import type { SourceId } from '#domain/project/records.ts';
import type { ReaderView } from '#features/reader/index.ts';
import type { SideId } from './desk-state.ts';

/** What waits for a text that is being opened: one at a time, the latest that was asked for. */
export class Arrival {
  #waiting: {
    readonly sideId: SideId;
    readonly sourceId: SourceId;
    readonly show: (view: ReaderView) => void;
    readonly resolve: (hasArrived: boolean) => void;
  } | null = null;

  /** Answers with true when it has been shown; with false when something else came first. */
  wait(sideId: SideId, sourceId: SourceId, show: (view: ReaderView) => void): Promise<boolean> {
    this.giveUp();
    return new Promise((resolve) => {
      this.#waiting = { sideId, sourceId, show, resolve };
    });
  }

  /** A text is there: the one that was waited for, or another. */
  opened(sideId: SideId, view: ReaderView): void {
    const waiting = this.#waiting;
    if (waiting?.sideId !== sideId || waiting.sourceId !== view.sourceId) return;
    waiting.show(view);
    this.#settle(true);
  }

  /** Nothing is waited for any more on this side, or on any. */
  giveUp(sideId?: SideId): void {
    if (sideId === undefined || this.#waiting?.sideId === sideId) this.#settle(false);
  }

  /** What is not in front any more will not arrive. */
  giveUpUnless(isInFront: (sideId: SideId, sourceId: SourceId) => boolean): void {
    if (this.#waiting && !isInFront(this.#waiting.sideId, this.#waiting.sourceId)) this.#settle(false);
  }

  #settle(hasArrived: boolean): void {
    this.#waiting?.resolve(hasArrived);
    this.#waiting = null;
  }
}
