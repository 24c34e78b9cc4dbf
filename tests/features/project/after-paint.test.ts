import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPaint, holdWhileWriting } from '#features/project/after-paint.ts';

describe('what is put off until a frame has been painted', () => {
  let frames: (() => void)[];
  let idle: (() => void)[];
  let done: string[];

  beforeEach(() => {
    vi.useFakeTimers();
    frames = [];
    idle = [];
    done = [];
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
    vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback));
  });

  afterEach(() => {
    // What waits in the module must not wait in the next test.
    holdWhileWriting(false);
    vi.runAllTimers();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const paint = (): void => {
    for (const callback of frames.splice(0)) callback();
    for (const callback of idle.splice(0)) callback();
  };

  it('runs after the frame, once', () => {
    const task = (): void => void done.push('task');
    afterPaint(task);
    afterPaint(task);
    expect(done).toEqual([]);
    paint();
    expect(done).toEqual(['task']);
    paint();
    vi.runAllTimers();
    expect(done).toEqual(['task']);
  });

  it('runs without frames, too', () => {
    afterPaint(() => done.push('task'));
    vi.advanceTimersByTime(120);
    expect(done).toEqual(['task']);
  });

  it('waits while something is being written, and runs after the frame that shows it', () => {
    afterPaint(() => done.push('before'));
    holdWhileWriting(true);
    paint();
    expect(done).toEqual([]);
    afterPaint(() => done.push('written'));
    holdWhileWriting(false);
    expect(done).toEqual([]);
    paint();
    expect(done).toEqual(['before', 'written']);
  });

  it('does not wait for what was written before its frame', () => {
    afterPaint(() => done.push('task'));
    holdWhileWriting(true);
    holdWhileWriting(false);
    paint();
    expect(done).toEqual(['task']);
  });

  it('runs in the end however long the writing takes', () => {
    holdWhileWriting(true);
    afterPaint(() => done.push('task'));
    paint();
    vi.advanceTimersByTime(60);
    paint();
    expect(done).toEqual(['task']);
  });

  it('runs without frames while something is being written', () => {
    holdWhileWriting(true);
    afterPaint(() => done.push('task'));
    vi.advanceTimersByTime(120);
    expect(done).toEqual(['task']);
  });
});
