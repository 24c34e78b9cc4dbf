import * as v from 'valibot';
import type { Area } from './area.ts';

export const settingsSchema = v.object({
  theme: v.picklist(['system', 'light', 'dark']),
  /** BCP 47; empty follows the system. */
  language: v.string(),
  /** Who codes on this machine; empty until asked. */
  coderName: v.string(),
  /** Text size of the reading page in CSS pixels. */
  readerTextSize: v.pipe(v.number(), v.minValue(12), v.maxValue(40)),
  /** Full tint everywhere, instead of quiet tints outside the paragraph at hand. */
  isFullTint: v.boolean(),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export const defaultSettings: Settings = {
  theme: 'system',
  language: '',
  coderName: '',
  readerTextSize: 17.5,
  isFullTint: false,
};

export const settings = {
  requests: {
    load: { input: v.undefined(), output: settingsSchema },
    /** Answers with the settings as they are now on disk. */
    save: { input: v.partial(settingsSchema), output: settingsSchema },
  },
  events: {},
} as const satisfies Area;
