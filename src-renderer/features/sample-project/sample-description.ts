import * as v from 'valibot';

/** `resources/sample/sample-project.json`: written by hand, so passages are named by their words, not by offsets. */
export const sampleDescriptionSchema = v.object({
  name: v.string(),
  memo: v.string(),
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
  sources: v.array(v.object({ file: v.string(), name: v.string(), memo: v.string() })),
  codings: v.array(
    v.object({
      source: v.string(),
      quote: v.string(),
      /** Which of several equal passages, from 1. */
      occurrence: v.number(),
      codes: v.array(v.string()),
      coder: v.string(),
      memo: v.string(),
    }),
  ),
});
export type SampleDescription = v.InferOutput<typeof sampleDescriptionSchema>;
