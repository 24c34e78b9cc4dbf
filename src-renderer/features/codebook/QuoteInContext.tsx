import { useEffect, useState, type ReactNode } from 'react';
import type { Coding } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';

/** Characters of the text on either side. */
const AROUND = 180;

/** The words of a coding, and what stands around them. */
export function QuoteInContext({ coding }: { coding: Coding }): ReactNode {
  const project = useProject();
  const [around, setAround] = useState<{ of: Coding; before: string; after: string } | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const texts = await project.loadTexts([coding.sourceId]);
      const text = texts.get(coding.sourceId)?.text;
      if (isGone || text === undefined) return;
      const { startUtf16, endUtf16 } = coding;
      const before = text.slice(Math.max(0, startUtf16 - AROUND), startUtf16);
      const after = text.slice(endUtf16, endUtf16 + AROUND);
      setAround({
        of: coding,
        before: startUtf16 > AROUND ? `… ${before.slice(before.indexOf(' ') + 1)}` : before,
        after: endUtf16 + AROUND < text.length ? `${after.slice(0, after.lastIndexOf(' '))} …` : after,
      });
    };
    read().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [project, coding]);
  const shown = around?.of === coding ? around : { before: coding.contextBefore, after: coding.contextAfter };
  return (
    // A long one is scrolled, by keys too.
    <blockquote className="quote-in-context serif" dir="auto" tabIndex={0}>
      <span>{shown.before}</span>
      <mark>{coding.quote}</mark>
      <span>{shown.after}</span>
    </blockquote>
  );
}
