import * as v from 'valibot';

/** What a process that found the data folder taken may ask of its owner; one line of JSON. */
export const requestSchema = v.variant('kind', [
  v.object({ kind: v.literal('command'), words: v.array(v.string()), cwd: v.string() }),
  v.object({ kind: v.literal('open'), paths: v.array(v.string()) }),
]);
export type OwnerRequest = v.InferOutput<typeof requestSchema>;

/** What it hears: first whether the owner takes it on, then for a command its output and its end. */
export const replySchema = v.union([
  v.object({ isAccepted: v.boolean() }),
  v.object({ stream: v.picklist(['stdout', 'stderr']), text: v.string() }),
  v.object({ exitCode: v.picklist([0, 1, 2]) }),
]);
export type OwnerReply = v.InferOutput<typeof replySchema>;

/** Null for anything that is not one of ours. */
export function parseLine<S extends v.GenericSchema>(schema: S, line: string): v.InferOutput<S> | null {
  try {
    return v.parse(schema, JSON.parse(line));
  } catch {
    return null;
  }
}
