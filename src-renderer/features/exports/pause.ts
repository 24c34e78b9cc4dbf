/**
 * Lets the window draw and hear before work goes on. A message rather than a timer: timers that follow one another are slowed
 * down to four milliseconds each, and to a second in a window that is hidden, as the one for commands is.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
