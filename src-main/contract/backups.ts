import * as v from 'valibot';
import type { Area } from './area.ts';
import { grantSchema } from './files.ts';

/**
 * Backups of projects: compressed by the window, opaque here. Those taken before a project is brought to a newer layout go
 * into the data folder, under names of main's choosing; they are written on and finished as any export is.
 */
export const backups = {
  requests: {
    /** Begins a file in the folder for backups; `grant` shows it in the file manager later. */
    begin: {
      input: v.object({
        projectId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
        projectName: v.string(),
        layout: v.pipe(v.number(), v.integer(), v.minValue(0)),
      }),
      output: v.object({ exportId: v.string(), grant: grantSchema }),
    },
    open: {
      input: v.object({ handle: v.string() }),
      output: v.object({ backupId: v.string(), name: v.string(), sizeInBytes: v.number() }),
    },
    /** The next piece, about a megabyte; none after the last. */
    read: {
      input: v.object({ backupId: v.string() }),
      output: v.nullable(v.instance(Uint8Array)),
    },
    close: { input: v.object({ backupId: v.string() }), output: v.undefined() },
  },
  events: {},
} as const satisfies Area;
