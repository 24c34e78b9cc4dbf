import * as v from 'valibot';
import { memoTypes } from '#domain/project/records.ts';

/** `resources/sample/sample-project.json`: written by hand, so passages are named by their words, not by offsets. */
export const sampleDescriptionSchema = v.object({
  name: v.string(),
  /** What stands before the codes. */
  introduction: v.string(),
  coders: v.pipe(v.array(v.string()), v.minLength(1)),
  codes: v.array(
    v.object({
      key: v.string(),
      parent: v.nullable(v.string()),
      name: v.string(),
      /** Null: the next free ink. */
      color: v.nullable(v.string()),
      shortcut: v.nullable(v.string()),
      isCodable: v.boolean(),
      definition: v.string(),
      include: v.string(),
      exclude: v.string(),
      example: v.string(),
      memo: v.string(),
    }),
  ),
  sources: v.array(v.object({ key: v.string(), file: v.string(), name: v.string() })),
  codings: v.array(
    v.object({
      /** For memos and links; with several codes it means the first of them. */
      key: v.optional(v.string()),
      source: v.string(),
      quote: v.string(),
      /** Which of several equal passages, from 1. */
      occurrence: v.number(),
      codes: v.array(v.string()),
      coder: v.string(),
      memo: v.string(),
    }),
  ),
  memos: v.array(
    v.object({
      key: v.string(),
      on: v.variant('kind', [
        v.object({ kind: v.literal('project') }),
        v.object({ kind: v.literal('source'), source: v.string() }),
        v.object({ kind: v.literal('passage'), source: v.string(), quote: v.string(), occurrence: v.number() }),
        v.object({ kind: v.literal('coding'), coding: v.string() }),
        v.object({ kind: v.literal('code'), code: v.string() }),
      ]),
      type: v.picklist(memoTypes),
      title: v.string(),
      /** As memos are written, with keys for ids in its links. */
      body: v.string(),
      coder: v.string(),
    }),
  ),
});
export type SampleDescription = v.InferOutput<typeof sampleDescriptionSchema>;
