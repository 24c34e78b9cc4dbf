import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { ProblemError } from '#contract/result.ts';
import { type AtomicFile, beginAtomicFile } from '#main/files/atomic-file.ts';
import { problemOfError } from '#main/ipc/problem-of-error.ts';

interface Session {
  readonly name: string;
  readonly file: AtomicFile;
  /** The first half of a character that the window cut in two between pieces of text; empty nearly always. */
  carried: string;
  /** Resolves when all that came before is written: pieces must not overtake one another. */
  written: Promise<void>;
}

/** Up to the last whole character. Half of one would become U+FFFD, and the other half another. */
function splitWhole(text: string): { whole: string; half: string } {
  const last = text.charCodeAt(text.length - 1);
  const at = last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
  return { whole: text.slice(0, at), half: text.slice(at) };
}

/** The files being written at the moment, by the id the window knows them by. */
export interface ExportSessions {
  readonly begin: (path: string) => Promise<string>;
  readonly write: (exportId: string, text: string) => Promise<void>;
  readonly writeBytes: (exportId: string, bytes: Uint8Array) => Promise<void>;
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
      sessions.delete(exportId);
      const { code, params } = problemOfError(error, name);
      throw new ProblemError(code === 'notFound' || code === 'notFolder' ? 'targetFolderMissing' : code, params);
    }
  }

  return {
    begin: async (path) => {
      const name = basename(path);
      const exportId = randomUUID();
      const file = await orEnd(exportId, name, () => beginAtomicFile(path));
      sessions.set(exportId, { name, file, carried: '', written: Promise.resolve() });
      return exportId;
    },
    write: (exportId, text) => {
      const session = sessionOf(exportId);
      const { whole, half } = splitWhole(session.carried + text);
      session.carried = half;
      session.written = session.written.then(() => session.file.write(Buffer.from(whole, 'utf8')));
      return orEnd(exportId, session.name, () => session.written);
    },
    writeBytes: (exportId, bytes) => {
      const session = sessionOf(exportId);
      session.written = session.written.then(() => session.file.write(bytes));
      return orEnd(exportId, session.name, () => session.written);
    },
    finish: async (exportId) => {
      const session = sessionOf(exportId);
      const { name, file, carried } = session;
      const finished = await orEnd(exportId, name, async () => {
        await session.written;
        if (carried !== '') await file.write(Buffer.from(carried, 'utf8'));
        return file.finish();
      });
      sessions.delete(exportId);
      return { name, ...finished };
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
