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
  /** The face texts are read in: serif as designed, sans, or one made for people who find letters hard to tell apart. */
  readerFont: v.picklist(['serif', 'sans']),
  /** Width of the reading column in CSS pixels. */
  readerMeasure: v.pipe(v.number(), v.minValue(360), v.maxValue(1000)),
  /** Height of a line in sizes of the text. */
  readerLineHeight: v.pipe(v.number(), v.minValue(1.3), v.maxValue(2.4)),
  /** Whether a selection by mouse takes whole words. */
  isSnappingToWords: v.boolean(),
  /** Everything but the paragraph at hand stands back. */
  isFocusMode: v.boolean(),
  /** Keys a person has chosen in place of ours: by command, `Mod+Shift+K`; an empty list is no key at all. */
  shortcuts: v.record(v.string(), v.array(v.string())),
  /** The tour has been taken or turned away, for ever. */
  isTourDone: v.boolean(),
  /** Full tint everywhere, instead of quiet tints outside the paragraph at hand. */
  isFullTint: v.boolean(),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export const defaultSettings: Settings = {
  theme: 'system',
  language: '',
  coderName: '',
  readerTextSize: 17.5,
  readerFont: 'serif',
  readerMeasure: 592,
  readerLineHeight: 1.714,
  isSnappingToWords: false,
  isFocusMode: false,
  shortcuts: {},
  isTourDone: false,
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
