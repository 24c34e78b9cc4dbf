import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { DROPPED_PATHS_CHANNEL, channelOf, channels } from '#contract/channels.ts';

type Listener = (payload: unknown) => void;

function request(channel: string) {
  return (input?: unknown): Promise<unknown> => ipcRenderer.invoke(channel, input);
}

function subscription(channel: string) {
  return (listener: Listener): (() => void) => {
    // The event object would hand the window a way to the sender, so only the payload goes on.
    const deliver = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, deliver);
    return () => void ipcRenderer.removeListener(channel, deliver);
  };
}

function offerDropped(dropped: readonly File[]): void {
  // Files made by a script have no path.
  const paths = dropped.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  ipcRenderer.send(DROPPED_PATHS_CHANNEL, paths);
}

function areaOf(name: string, { requests, events }: { requests: readonly string[]; events: readonly string[] }) {
  return Object.fromEntries([
    ...requests.map((each) => [each, request(channelOf(name, each))]),
    ...events.map((each) => [
      `on${each.slice(0, 1).toUpperCase()}${each.slice(1)}`,
      subscription(channelOf(name, each)),
    ]),
  ]);
}

contextBridge.exposeInMainWorld('bridge', {
  ...Object.fromEntries(Object.entries(channels).map(([name, area]) => [name, areaOf(name, area)])),
  offerDropped,
});
