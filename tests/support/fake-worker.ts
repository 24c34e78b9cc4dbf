import {
  serveBackups,
  type BackupAnswer,
  type BackupRequest,
  type ServicePort,
} from '#storage/backup/backup-service.ts';

/** Stands in for a worker where there are none: the same service, a turn away instead of a thread. */
export function installFakeBackupWorker(): void {
  class FakeWorker {
    onmessage: ((event: { data: BackupAnswer }) => void) | null = null;
    onerror: unknown = null;
    #isTerminated = false;
    readonly #port: ServicePort = {
      onmessage: null,
      postMessage: (answer) => {
        setImmediate(() => {
          if (!this.#isTerminated) this.onmessage?.({ data: answer });
        });
      },
    };

    constructor() {
      serveBackups(this.#port);
    }

    postMessage(request: BackupRequest): void {
      setImmediate(() => {
        if (!this.#isTerminated) this.#port.onmessage?.({ data: request });
      });
    }

    terminate(): void {
      this.#isTerminated = true;
    }
  }
  globalThis.Worker = FakeWorker as unknown as typeof Worker;
}
