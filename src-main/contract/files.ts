import * as v from 'valibot';
import type { Area } from './area.ts';

/**
 * A path that the user chose, dropped or typed, as the window knows it: an opaque handle and a name to show. The window
 * can never name a path of its own.
 */
export const grantSchema = v.object({
  handle: v.string(),
  /** The last part of the path. */
  name: v.string(),
  kind: v.picklist(['folder', 'file', 'save-target']),
});
export type Grant = v.InferOutput<typeof grantSchema>;

const fileFilter = v.object({ name: v.string(), extensions: v.array(v.string()) });

export const files = {
  requests: {
    chooseFolder: { input: v.object({ title: v.string() }), output: v.nullable(grantSchema) },
    chooseFiles: {
      input: v.object({ title: v.string(), filters: v.array(fileFilter), isMultiple: v.boolean() }),
      output: v.array(grantSchema),
    },
    chooseSaveTarget: {
      input: v.object({ title: v.string(), suggestedName: v.string(), filters: v.array(fileFilter) }),
      output: v.nullable(grantSchema),
    },
    /** The paths given on the command line (`postil folder`), once. */
    takeStartupPaths: { input: v.undefined(), output: v.array(grantSchema) },
    /** A whole text file (a CSV), decoded with the same recognition as a source, BOM dropped. Line ends are kept. */
    readTextFile: {
      input: v.object({ handle: v.string() }),
      output: v.object({ name: v.string(), text: v.string(), encoding: v.string() }),
    },
    /** A whole file that is no text (a workbook, an archive), up to 32 MB. */
    readBytes: {
      input: v.object({ handle: v.string() }),
      output: v.object({ name: v.string(), bytes: v.instance(Uint8Array) }),
    },
    /** Shows a granted path in the system's file manager. */
    reveal: { input: v.object({ handle: v.string() }), output: v.undefined() },
  },
  events: {
    /** Paths dropped on the window, or handed over by a second start of the app. */
    pathsOffered: v.array(grantSchema),
  },
} as const satisfies Area;
