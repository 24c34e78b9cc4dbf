import { useId, type ReactNode } from 'react';
import type { Code } from '#domain/project/records.ts';
import { markOf } from '#features/codebook/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Segments } from '#ui/Segments.tsx';
import type { Merge } from './use-merge.ts';

/** Codes that were found to be the same by their words alone: each can be said to be two. */
export function AlikeRows({ merge }: { merge: Merge }): ReactNode {
  const { t } = useTranslation('codebookMerge');
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="merge-heading">
        {t('alike')} <span className="count">{formatNumber(merge.alike.length)}</span>
      </h3>
      <ul className="merge-rows">
        {merge.alike.map(({ theirs, ours, isSame }) => (
          <li key={theirs.id} className="alike-row">
            <Side code={ours} label={t('ours')} />
            <Side code={theirs} label={t('theirs')} />
            <Segments
              label={t('sameCode', { ours: ours.name, theirs: theirs.name })}
              options={[
                { id: 'same', label: t('same') },
                { id: 'two', label: t('two') },
              ]}
              value={isSame ? 'same' : 'two'}
              onChange={(value) => merge.setSame(theirs.id, value === 'same')}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Side({ code, label }: { code: Code; label: string }): ReactNode {
  return (
    <div className="alike-side">
      <p className="merge-label">{label}</p>
      <p className="alike-name">
        <CodeMark {...markOf(code)} />
        <span>{code.name}</span>
      </p>
      {code.definition !== '' && (
        <p className="merge-words serif" dir="auto">
          {code.definition}
        </p>
      )}
    </div>
  );
}
