import * as v from 'valibot';
import type { Area } from './area.ts';

/**
 * Writing a file in pieces: into a temporary file beside the target, then fsync and rename at `finish`. Until then, and
 * after any failure, the old file stands untouched.
 */
export const exports = {
  requests: {
    begin: { input: v.object({ handle: v.string() }), output: v.object({ exportId: v.string() }) },
    write: { input: v.object({ exportId: v.string(), text: v.string() }), output: v.undefined() },
    writeBytes: { input: v.object({ exportId: v.string(), bytes: v.instance(Uint8Array) }), output: v.undefined() },
    finish: {
      input: v.object({ exportId: v.string() }),
      output: v.object({ name: v.string(), sizeInBytes: v.number() }),
    },
    abort: { input: v.object({ exportId: v.string() }), output: v.undefined() },
  },
  events: {},
} as const satisfies Area;
