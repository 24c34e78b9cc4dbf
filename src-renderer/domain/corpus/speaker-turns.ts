import type { DocText } from './doc-text.ts';

const TIME = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?`;
/** `ANNA:`, `Interviewer 2 [00:01:23]:`, `[00:01] Dr. Meier:`; what follows is on the same line or the next. */
const LABEL = new RegExp(`^\\s*(?:${TIME}\\s+)?(\\p{L}[^:：\\n]{0,39}?)\\s*(?:${TIME}\\s*)?[:：](?:\\s|$)`, 'u');
/** `Jane Doe  0:12` alone on a line, as programs for meetings write it. */
const LABEL_WITH_TIME = new RegExp(`^\\s*(\\p{L}[^:：\\n]{0,39}?)\\s+${TIME}\\s*$`, 'u');
/** No label is longer, in UTF-16 units, with its times. */
export const LABEL_REACH = 80;
const MOST_WORDS = 4;
const FULL_WIDTH_COLON = /^\s*(\p{L}[^:：\n]{0,19}?)：/u;
/** A transcript has at least so many labels in all, and so many lines with one. */
const LEAST_TURNS = 4;
const LEAST_SHARE = 0.1;
/** Somebody who is the only one with a label says so at least this often. */
const LEAST_ALONE = 3;

/**
 * The paragraphs (indexes) at which a speaker's turn begins, in order; empty where the text is no transcript. A label counts
 * when it recurs, so that "Note: ..." in an article makes nobody speak.
 */
export function findTurns(doc: DocText): Uint32Array {
  const labels = labelsOf(doc);
  const times = new Map<string, number>();
  for (const { label } of labels) times.set(label, (times.get(label) ?? 0) + 1);
  const recurring = [...times.values()].filter((count) => count > 1);
  const turns = labels.filter(({ label }) => (times.get(label) ?? 0) > 1);
  const isDialogue = recurring.length > 1 ? turns.length >= LEAST_TURNS : (recurring[0] ?? 0) >= LEAST_ALONE;
  if (!isDialogue || turns.length < doc.numberedCount * LEAST_SHARE) return new Uint32Array();
  return Uint32Array.from(turns, ({ paragraph }) => paragraph);
}

/** The length of the label a line begins with, in UTF-16 units; 0 where there is none. */
export function labelLength(line: string): number {
  return matchLabel(line)?.[0].length ?? 0;
}

function labelsOf(doc: DocText): { paragraph: number; label: string }[] {
  const labels: { paragraph: number; label: string }[] = [];
  for (let paragraph = 0; paragraph < doc.paragraphCount; paragraph++) {
    if (!doc.numbers[paragraph]) continue;
    const start = doc.startOf(paragraph);
    const label = matchLabel(doc.text.slice(start, Math.min(doc.endOf(paragraph), start + LABEL_REACH)))?.[1];
    if (label !== undefined) labels.push({ paragraph, label: label.toLowerCase() });
  }
  return labels;
}

function matchLabel(line: string): RegExpExecArray | null {
  const head = line.slice(0, LABEL_REACH);
  const match = LABEL.exec(head) ?? LABEL_WITH_TIME.exec(head) ?? FULL_WIDTH_COLON.exec(head);
  // A name is short and begins with a capital, where its script has any.
  if (!match?.[1] || match[1].split(/\s+/).length > MOST_WORDS || /^\p{Ll}/u.test(match[1])) return null;
  return match;
}
