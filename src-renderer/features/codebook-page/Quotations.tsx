import type { CSSProperties, ReactNode } from 'react';
import type { Code, Coding } from '#domain/project/records.ts';
import { markOf } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { useParagraphNumbers } from './paragraph-numbers.ts';

export interface QuotationsProps {
  readonly code: Code;
  readonly codings: readonly Coding[];
  readonly isAtHand: boolean;
  readonly onJump: (coding: Coding) => void;
}

/** Passages that show what a code means, each a way into its text. */
export function Quotations({ code, codings, isAtHand, onJump }: QuotationsProps): ReactNode {
  const { t } = useTranslation('codebookPage');
  const numbers = useParagraphNumbers(codings);
  if (codings.length === 0) return null;
  return (
    <ul className="codebook-quotes" aria-label={t('quotations')} style={{ '--c': markOf(code).color } as CSSProperties}>
      {codings.map((coding, at) => (
        <li key={coding.id}>
          <button type="button" className="codebook-quote" tabIndex={isAtHand ? 0 : -1} onClick={() => onJump(coding)}>
            <Passage coding={coding} number={numbers[at]} isTypical={coding.id === code.exampleCodingId} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A passage in its own words, and where it stands; the number comes when the text has been read. */
export function Passage(props: { coding: Coding; number: number | undefined; isTypical: boolean }): ReactNode {
  const { coding, number, isTypical } = props;
  const { t } = useTranslation('codebookPage');
  const { t: common } = useTranslation('common');
  const source = useProject().sources.get(coding.sourceId)?.name ?? '';
  const where = number === undefined ? source : t('place', { source, number: formatNumber(number) });
  return (
    <>
      <bdi className="codebook-quote-words" dir="auto">
        {isQuoted(coding.quote) ? coding.quote : common('quoted', { name: coding.quote })}
      </bdi>
      <span className="codebook-quote-place">{isTypical ? t('typicalPlace', { where }) : where}</span>
    </>
  );
}

/** What begins with a quotation mark of its own needs none of ours. */
function isQuoted(quote: string): boolean {
  return /^\p{Pi}|^["„‚「『]/u.test(quote);
}
