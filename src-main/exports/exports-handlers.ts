import type { Handlers } from '#contract/area.ts';
import type { exports } from '#contract/exports.ts';
import type { Grants } from '#main/files/grants.ts';
import type { ExportSessions } from './export-sessions.ts';

export function exportsHandlers(sessions: ExportSessions, grants: Grants): Handlers<typeof exports> {
  return {
    begin: async ({ handle }) => ({ exportId: await sessions.begin(grants.resolve(handle, 'save-target').path) }),
    write: async ({ exportId, text }) => {
      await sessions.write(exportId, text);
      return undefined;
    },
    writeBytes: async ({ exportId, bytes }) => {
      await sessions.writeBytes(exportId, bytes);
      return undefined;
    },
    finish: ({ exportId }) => sessions.finish(exportId),
    abort: async ({ exportId }) => {
      await sessions.abort(exportId);
      return undefined;
    },
  };
}
