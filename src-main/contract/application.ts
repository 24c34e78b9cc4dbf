import * as v from 'valibot';
import type { Area } from './area.ts';

const sampleProjectSchema = v.object({
  /** `resources/sample/sample-project.json`, parsed but not interpreted. */
  description: v.unknown(),
  texts: v.array(v.object({ file: v.string(), text: v.string() })),
});
export type SampleProjectFiles = v.InferOutput<typeof sampleProjectSchema>;

export const application = {
  requests: {
    describe: {
      input: v.undefined(),
      output: v.object({
        version: v.string(),
        platform: v.picklist(['linux', 'darwin', 'win32']),
        /** Where projects live, to be shown to the user. */
        dataDirectory: v.string(),
        /** The operating system's login name: the first guess at what the coder is called. */
        userName: v.string(),
        systemLanguage: v.string(),
      }),
    },
    openSampleProject: { input: v.undefined(), output: sampleProjectSchema },
    /** The window says that it can be used; ends a `--screenshot` run after the picture is taken. */
    ready: { input: v.undefined(), output: v.undefined() },
  },
  events: {
    themeChanged: v.object({ isDark: v.boolean() }),
  },
} as const satisfies Area;
