import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Span } from '#domain/coding/span.ts';
import type { CodedPlaces } from '#domain/coding/code-places.ts';
import type { FoundSpans } from '#domain/corpus/found-spans.ts';
import type { CodeId } from '#domain/project/records.ts';
import { CodeChooser, useCodeTree } from '#features/codebook/index.ts';
import { useSession } from '#features/coding/index.ts';
import { useProject } from '#features/project/index.ts';
import type { ReaderView } from '#features/reader/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { codeAll, passagesOf, planCodeAll } from './commands/code-all.ts';
import { UnitSelect } from './UnitSelect.tsx';
import { useSearchState } from './search-context.tsx';

export interface CodeAllDialogProps {
  readonly view: ReaderView;
  readonly spans: FoundSpans;
  readonly onClose: () => void;
}

/** Gives a code to all places found, after saying how many codings that makes. */
export function CodeAllDialog({ view, spans, onClose }: CodeAllDialogProps): ReactNode {
  const project = useProject();
  const session = useSession();
  const tree = useCodeTree();
  const { t } = useTranslation('search');
  const { t: common } = useTranslation('common');
  const unit = useSearchState((state) => state.unit);
  const codable = tree.rows.map((row) => row.code).filter(({ isCodable }) => isCodable);
  const [chosen, setChosen] = useState(() => session.snapshot().codeAtHand ?? session.snapshot().recent[0]);
  const code = codable.find(({ id }) => id === chosen) ?? codable[0];
  const [passages, setPassages] = useState<readonly Span[] | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    const count = async (): Promise<void> => {
      setPassages(null);
      const found = await passagesOf(view, spans, unit, abort.signal);
      if (!abort.signal.aborted) setPassages(found);
    };
    void count();
    return () => abort.abort();
  }, [view, spans, unit]);
  const plan = usePlan(view, passages, code?.id ?? null);
  const count = plan?.change.codings?.added?.length ?? 0;

  return (
    <Dialog
      isOpen
      title={t('codeAllTitle', { count: spans.length })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button
            look="solid"
            isDisabled={!plan || !code || count === 0}
            onPress={() => {
              onClose();
              if (plan && code) codeAll(project, plan, code).catch(() => undefined);
            }}
          >
            {t('makeCodings', { count })}
          </Button>
        </>
      }
    >
      <div className="code-all">
        <CodeChooser label={t('codeAllWith')} isCodableOnly value={code?.id ?? null} onChange={setChosen} />
        <UnitSelect />
        <p role="status" className="code-all-sum">
          {!code && t('codeAllNoCode')}
          {code && !plan && t('codeAllCounting')}
          {plan && t('codeAllSum', { places: t('placesNumber', { count: spans.length }), passages: plan.passages })}
          {plan && plan.alreadyCoded > 0 && ` ${t('codeAllHave', { count: plan.alreadyCoded })}`}
          {plan && ` ${t('codeAllStep')}`}
        </p>
      </div>
    </Dialog>
  );
}

function usePlan(view: ReaderView, passages: readonly Span[] | null, codeId: CodeId | null): CodedPlaces | null {
  const project = useProject();
  return useMemo(
    () => (codeId && passages ? planCodeAll(project, view, passages, codeId) : null),
    [project, view, passages, codeId],
  );
}
