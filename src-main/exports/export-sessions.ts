import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { ProblemError } from '#contract/result.ts';
import { type AtomicFile, beginAtomicFile } from '#main/files/atomic-file.ts';
import { problemOfError } from '#main/ipc/problem-of-error.ts';

interface Session {
  readonly name: string;
  readonly file: AtomicFile;
}

/** The files being written at the moment, by the id the window knows them by. */
export interface ExportSessions {
  readonly begin: (path: string) => Promise<string>;
  readonly write: (exportId: string, text: string) => Promise<void>;
  readonly finish: (exportId: string) => Promise<{ name: string; sizeInBytes: number }>;
  readonly abort: (exportId: string) => Promise<void>;
  /** At once and without waiting: the window is closed, or the app ends. */
  readonly abortAll: () => void;
}

export function createExportSessions(): ExportSessions {
  const sessions = new Map<string, Session>();

  function sessionOf(exportId: string): Session {
    const session = sessions.get(exportId);
    if (session === undefined) throw new ProblemError('unknownExport');
    return session;
  }

  /** After any failure the session is over, its temporary file gone. */
  async function orEnd<T>(exportId: string, name: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { code, params } = problemOfError(error, name);
      if (sessions.delete(exportId)) throw new ProblemError(code, params);
      throw error;
    }
  }

  return {
    begin: async (path) => {
      const name = basename(path);
      const exportId = randomUUID();
      const file = await orEnd(exportId, name, () => beginAtomicFile(path));
      sessions.set(exportId, { name, file });
      return exportId;
    },
    write: (exportId, text) => {
      const { name, file } = sessionOf(exportId);
      return orEnd(exportId, name, () => file.write(Buffer.from(text, 'utf8')));
    },
    finish: async (exportId) => {
      const { name, file } = sessionOf(exportId);
      const written = await orEnd(exportId, name, () => file.finish());
      sessions.delete(exportId);
      return { name, ...written };
    },
    abort: async (exportId) => {
      const session = sessions.get(exportId);
      sessions.delete(exportId);
      await session?.file.abort();
    },
    abortAll: () => {
      for (const { file } of sessions.values()) file.abortAtExit();
      sessions.clear();
    },
  };
}
