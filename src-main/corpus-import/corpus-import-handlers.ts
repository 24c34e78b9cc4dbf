import { randomUUID } from 'node:crypto';
import type { Handlers } from '#contract/area.ts';
import type { corpusImport } from '#contract/corpus-import.ts';
import { ProblemError } from '#contract/result.ts';
import { normaliseText } from '#domain/corpus/normalise-text.ts';
import type { Grants } from '#main/files/grants.ts';
import { decode, isKnownEncoding } from './decode.ts';
import { type ImportSession, createImportSession } from './import-session.ts';
import { openImport } from './open-import.ts';
import { sha256 } from './sha256.ts';

export function corpusImportHandlers(grants: Grants): Handlers<typeof corpusImport> {
  const sessions = new Map<string, ImportSession>();
  return {
    open: async ({ handles }) => {
      const paths = handles.map((handle) => grants.resolve(handle, 'file', 'folder').path);
      const { files, folderName } = await openImport(paths);
      const importId = randomUUID();
      sessions.set(importId, createImportSession(files));
      return { importId, total: files.length, folderName };
    },
    next: async ({ importId }) => {
      const session = sessions.get(importId);
      if (session === undefined) throw new ProblemError('unknownImport');
      return session.next();
    },
    close: ({ importId }) => {
      sessions.delete(importId);
      return undefined;
    },
    decode: async ({ bytes, encoding }) => {
      if (!isKnownEncoding(encoding)) throw new ProblemError('unknownEncoding', { encoding });
      const text = normaliseText(decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding));
      return { text, textSha256: await sha256(Buffer.from(text)) };
    },
  };
}
