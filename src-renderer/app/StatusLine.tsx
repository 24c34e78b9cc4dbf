import type { ReactNode } from 'react';
import { countCodes, treeOf } from '#features/codebook/index.ts';
import { useCodedShare, useSessionState } from '#features/coding/index.ts';
import { focusedSide, useDeskState } from '#features/desk/index.ts';
import { useProjectValue } from '#features/project/index.ts';
import { formatShare, formatTime, useTranslation } from '#i18n/index.ts';
import type { SaveState } from '#storage/open-project.ts';

/** Project, coder, counts, and whether everything is on disk: nothing here is said before it is so. */
export function StatusLine({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('workbench');
  const { t: common } = useTranslation('common');
  const { t: coding } = useTranslation('coding');
  const name = useProjectValue(({ project }) => project.name);
  const coder = useProjectValue((project) => project.coderName);
  const sources = useProjectValue((project) => project.sources.size);
  const codes = useProjectValue((project) => countCodes(treeOf(project)));
  const codings = useProjectValue((project) => (project.areCodingsComplete ? project.counts.total : null));
  const saveState = useProjectValue((project) => project.saveState);
  const isReadOnly = useProjectValue((project) => project.isReadOnly);
  const selectedWords = useSessionState((state) => state.selectedWords);
  const isCodingMode = useSessionState((state) => state.isCodingMode);
  const sourceAtHand = useDeskState((state) => (state.sides.length > 1 ? focusedSide(state)?.activeId : undefined));
  // Of one text it need not be said.
  const textAtHand = useProjectValue(({ sources: all }) => (sourceAtHand && all.get(sourceAtHand)?.name) ?? null);
  return (
    <footer className="status-line">
      <span className="status-name">{name}</span>
      <i className="status-bar" />
      <span>{t('coder', { name: coder })}</span>
      <i className="status-bar" />
      <span>{common('sources', { count: sources })}</span>
      <span>{common('codes', { count: codes })}</span>
      <span data-testid="coding-count">{codings === null ? t('counting') : common('codings', { count: codings })}</span>
      <Share />
      <span className="space" />
      {children}
      {isCodingMode && (
        <>
          <span>{t('codingMode')}</span>
          <i className="status-bar" />
        </>
      )}
      {selectedWords > 0 && (
        <>
          <span>
            {textAtHand === null
              ? t('wordsSelected', { words: coding('words', { count: selectedWords }) })
              : t('wordsSelectedIn', { words: coding('words', { count: selectedWords }), name: textAtHand })}
          </span>
          <i className="status-bar" />
        </>
      )}
      <span
        role="status"
        data-testid="save-state"
        data-state={isReadOnly ? 'read-only' : saveState.kind}
        data-at={'at' in saveState ? saveState.at : undefined}
      >
        {isReadOnly ? t('readOnly') : saveText(saveState, t)}
      </span>
    </footer>
  );
}

/** Of the text at hand; a text nobody has coded need not be told so. */
function Share(): ReactNode {
  const { t } = useTranslation('workbench');
  const coded = useCodedShare();
  if (!coded || coded.share === 0) return null;
  const share = formatShare(coded.share);
  return (
    <>
      <i className="status-bar status-share" />
      <span className="status-share" data-testid="coded-share">
        {coded.isFiltered ? t('codedShareShown', { share }) : t('codedShare', { share })}
      </span>
    </>
  );
}

function saveText(state: SaveState, t: ReturnType<typeof useTranslation<'workbench'>>['t']): string {
  if (state.kind === 'saved') return t('saved');
  if (state.kind === 'saving') return t('saving');
  return t('notSaved', { time: formatTime(state.since) });
}
