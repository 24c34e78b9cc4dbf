/** Runs in the page: puts `window.probe` there. See `page-types.d.ts`. */
export function installProbe() {
  const now = () => performance.now();

  const afterPaint = () =>
    new Promise((/** @type {(at: number) => void} */ resolve) => {
      requestAnimationFrame(() => {
        // A task queued in the frame runs when the frame has been laid out and painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve(now());
        };
        port2.postMessage(null);
      });
    });

  const mark = performance.mark.bind(performance);
  /** @type {Map<string, (at: number) => void>} */
  const waiting = new Map();
  performance.mark = (name, options) => {
    const resolve = waiting.get(name);
    waiting.delete(name);
    if (resolve) void afterPaint().then(resolve);
    return mark(name, options);
  };

  const watchGaps = () => {
    const times = [now()];
    let longestTask = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
    });
    tasks.observe({ type: 'longtask' });
    let frame = 0;
    const tick = () => {
      times.push(now());
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => {
      cancelAnimationFrame(frame);
      for (const { duration } of tasks.takeRecords()) longestTask = Math.max(longestTask, duration);
      tasks.disconnect();
      times.push(now());
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
      const gapsOver50 = gaps.filter((gap) => gap > 50).length;
      return {
        longestGap: Math.round(Math.max(...gaps)),
        longestTask: Math.round(longestTask),
        gapsOver50,
        frames: gaps.length,
      };
    };
  };

  window.probe = {
    lastClick: 0,
    lastKey: 0,
    pending: null,
    afterPaint,
    paintedAfterMark: (/** @type {string} */ name) => new Promise((resolve) => waiting.set(name, resolve)),
    watchGaps,
  };
  window.addEventListener('click', ({ timeStamp }) => (window.probe.lastClick = timeStamp), { capture: true });
  window.addEventListener('keydown', ({ timeStamp }) => (window.probe.lastKey = timeStamp), { capture: true });
}
