import * as v from 'valibot';
import type { Area } from './area.ts';
import { grantSchema } from './files.ts';
import { problemSchema } from './result.ts';

const common = { coderName: v.nullable(v.string()), language: v.nullable(v.string()), isJson: v.boolean() };

export const importKinds = ['sources', 'codebook', 'codings'] as const;
/** What `--as` may say: a backup is no part of a project, but becomes one. */
export const importAs = [...importKinds, 'backup'] as const;
/** What `--columns` may say that a column of anybody's table holds. */
export const columnWords = ['name', 'definition', 'color', 'include', 'exclude', 'example', 'memo'] as const;
/** What `--existing` may say becomes of codes that are there already. */
export const existingWords = ['take', 'fill', 'leave'] as const;
export const exportKinds = ['codings', 'codebook', 'qdc', 'memos', 'journal', 'backup'] as const;

/** A headless command, read and checked by main; carried out where the data is, in a window that is never shown. */
const commandSchema = v.variant('name', [
  v.object({ name: v.literal('projects'), ...common }),
  v.object({
    name: v.literal('import'),
    ...common,
    project: v.string(),
    paths: v.array(grantSchema),
    kind: v.nullable(v.picklist(importKinds)),
    /** Only says what would be done. */
    isDryRun: v.boolean(),
    /** How a codebook is to be read and taken, as far as somebody has said so. */
    reading: v.object({
      /** The header of a column, or its number counted from 1. */
      columns: v.nullable(v.record(v.picklist(columnWords), v.string())),
      /** What stands between the names of a path; empty where names are no paths. */
      separator: v.nullable(v.string()),
      existing: v.nullable(v.picklist(existingWords)),
    }),
  }),
  v.object({
    name: v.literal('export'),
    ...common,
    project: v.string(),
    kind: v.picklist(exportKinds),
    target: grantSchema,
    isRaw: v.boolean(),
    /** What `--as` says: a codebook's format, where the file's ending leaves it open. */
    format: v.nullable(v.string()),
  }),
  v.object({
    name: v.literal('restore'),
    ...common,
    /** What the new project is to be called; null as in the backup. */
    project: v.nullable(v.string()),
    path: grantSchema,
  }),
  v.object({ name: v.literal('help'), ...common, problem: v.nullable(problemSchema) }),
]);
export type Command = v.InferOutput<typeof commandSchema>;

export const commandLine = {
  requests: {
    print: {
      input: v.object({ commandId: v.string(), stream: v.picklist(['stdout', 'stderr']), text: v.string() }),
      output: v.undefined(),
    },
    /** 0 done, 1 done with warnings that cost content, 2 could not. */
    finish: {
      input: v.object({ commandId: v.string(), exitCode: v.picklist([0, 1, 2]) }),
      output: v.undefined(),
    },
  },
  events: {
    commandArrived: v.object({ commandId: v.string(), command: commandSchema }),
  },
} as const satisfies Area;
