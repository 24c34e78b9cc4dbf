import { useEffect, useState, type ReactNode } from 'react';
import type { Coding } from '#domain/project/records.ts';
import { useSessionState } from '#features/coding/index.ts';
import { useProject } from '#features/project/index.ts';
import { formatList, useTranslation } from '#i18n/index.ts';

/** Says for a screen reader which codes the caret has come into, and when it has left them; and what was coded without being seen. */
export function CodingsSpoken(): ReactNode {
  const project = useProject();
  const { t } = useTranslation('coding');
  const codings = useSessionState((state) => state.codingsHere);
  const said = useSessionState((state) => state.said);
  const [spoken, setSpoken] = useState('');
  const names = namesOf(codings, (coding) => project.codes.get(coding.codeId)?.name ?? '');
  useEffect(() => {
    const sentence = names.length === 0 ? t('notCoded') : t('here', { count: names.length, names: formatList(names) });
    // A short rest, so that holding an arrow key does not make it chatter.
    const timer = setTimeout(() => setSpoken(sentence), 150);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the names, not the array that holds them
  }, [names.join('\n'), t]);
  return (
    <>
      <p className="visually-hidden" role="status" data-testid="codings-spoken">
        {spoken}
      </p>
      <p className="visually-hidden" role="status" data-testid="coding-said">
        {/* Anew each time, so that the same words are spoken again. */}
        <span key={said.count}>{said.words}</span>
      </p>
    </>
  );
}

function namesOf(codings: readonly Coding[], nameOf: (coding: Coding) => string): string[] {
  return [...new Set(codings.map(nameOf))];
}
