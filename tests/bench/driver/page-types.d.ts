export interface Gaps {
  /** Longest time between two animation frames, and between a frame and the end. */
  readonly longestGap: number;
  /** Longest task of the main thread that the browser reported (50 ms and more). */
  readonly longestTask: number;
  /** Gaps longer than 50 ms. */
  readonly gapsOver50: number;
  readonly frames: number;
}

/** What the bench puts into a page to look from inside; all times on the clock of `performance.now()`. */
export interface Probe {
  /** `timeStamp` of the last click and key press: when the system handed it to the browser. */
  lastClick: number;
  lastKey: number;
  /** What was set going before an action, to be asked for after it. */
  pending: Promise<unknown> | null;
  /** Resolves with the first moment after the next frame has been painted. */
  afterPaint(): Promise<number>;
  /** The same for the frame in which a mark is set. */
  paintedAfterMark(name: string): Promise<number>;
  /** Watches for stalls from now until the function it answers is called. */
  watchGaps(): () => Gaps;
}

declare global {
  interface Window {
    probe: Probe;
  }
}
