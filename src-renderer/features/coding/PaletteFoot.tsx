import type { ReactNode } from 'react';
import type { Code } from '#domain/project/records.ts';
import { CodeText, markOf } from '#features/codebook/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';

/** The rules of the row at hand, where there is no inspector to show them. */
export function RulesOfCode({ code }: { code: Code }): ReactNode {
  const { t } = useTranslation('coding');
  const rules = [
    [t('include'), code.include],
    [t('exclude'), code.exclude],
  ] as const;
  return (
    // Long rules are scrolled; a browser lets keys come to what scrolls anyhow.
    <div className="palette-rules" aria-live="off" tabIndex={0}>
      <p className="serif">{code.definition === '' ? t('noDefinition') : <CodeText text={code.definition} />}</p>
      {rules
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <p key={label}>
            <span>{label}</span>{' '}
            <span className="serif">
              <CodeText text={text} />
            </span>
          </p>
        ))}
    </div>
  );
}

export interface RecentCodesProps {
  readonly codes: readonly Code[];
  readonly onPick: (code: Code, keepsOpen: boolean) => void;
}

/** Codes given last, to be clicked while something else is typed. */
export function RecentCodes({ codes, onPick }: RecentCodesProps): ReactNode {
  const { t } = useTranslation('coding');
  if (codes.length === 0) return null;
  return (
    <div className="palette-recent" role="group" aria-label={t('recentCodes')}>
      <span>{t('recent')}</span>
      {codes.map((code) => (
        <button
          key={code.id}
          type="button"
          tabIndex={-1}
          title={code.name}
          onClick={(event) => onPick(code, event.shiftKey)}
        >
          <CodeMark {...markOf(code)} />
          <span>{code.name}</span>
        </button>
      ))}
    </div>
  );
}
