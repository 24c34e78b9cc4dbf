import type * as v from 'valibot';
import { application } from './application.ts';
import type { Area } from './area.ts';
import { backups } from './backups.ts';
import { commandLine } from './command-line.ts';
import { corpusImport } from './corpus-import.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import type { Result } from './result.ts';
import { settings } from './settings.ts';

/** Everything the window may ask of the machine, and everything the machine may tell it. */
export const contract = {
  application,
  settings,
  files,
  corpusImport,
  exports,
  backups,
  commandLine,
} as const satisfies Record<string, Area>;
export type Contract = typeof contract;

type RequestFunction<I extends v.GenericSchema, O extends v.GenericSchema> =
  v.InferInput<I> extends undefined
    ? () => Promise<Result<v.InferOutput<O>>>
    : (input: v.InferInput<I>) => Promise<Result<v.InferOutput<O>>>;

/** `window.bridge`: one function a request, one subscription an event; built by the preload from the names alone. */
export type Bridge = {
  readonly [A in keyof Contract]: {
    readonly [R in keyof Contract[A]['requests']]: Contract[A]['requests'][R] extends {
      input: infer I extends v.GenericSchema;
      output: infer O extends v.GenericSchema;
    }
      ? RequestFunction<I, O>
      : never;
  } & {
    readonly [
      E in keyof Contract[A]['events'] as `on${Capitalize<E & string>}`
    ]: Contract[A]['events'][E] extends v.GenericSchema
      ? (listener: (payload: v.InferOutput<Contract[A]['events'][E]>) => void) => () => void
      : never;
  };
} & {
  /** Hands dropped files to main, which answers with `files.onPathsOffered`: only the preload can see their paths. */
  readonly offerDropped: (dropped: readonly unknown[]) => void;
};
