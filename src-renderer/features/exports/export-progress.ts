export interface ExportProgress {
  readonly finished: number;
  readonly total: number;
}

let current: ExportProgress | null = null;
const listeners = new Set<() => void>();

/** How far the export under way has come; null while there is none. There is one at a time: each begins with a dialog. */
export const exportProgress = {
  get: (): ExportProgress | null => current,
  set(progress: ExportProgress | null): void {
    current = progress;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
