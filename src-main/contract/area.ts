import type * as v from 'valibot';

interface RequestShape {
  readonly input: v.GenericSchema;
  readonly output: v.GenericSchema;
}

/** What one area of the machine offers: requests that answer, events that announce. */
export interface Area {
  readonly requests: Readonly<Record<string, RequestShape>>;
  readonly events: Readonly<Record<string, v.GenericSchema>>;
}

/** A handler for each request of an area, on the machine's side. */
export type Handlers<A extends Area> = {
  readonly [R in keyof A['requests']]: (
    input: v.InferOutput<A['requests'][R]['input']>,
  ) => Promise<v.InferOutput<A['requests'][R]['output']>> | v.InferOutput<A['requests'][R]['output']>;
};
