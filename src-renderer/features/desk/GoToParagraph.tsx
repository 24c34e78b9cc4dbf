import { useState, type FormEvent, type ReactNode } from 'react';
import { useCommand } from '#features/commands/index.ts';
import { useTranslation } from '#i18n/index.ts';
import type { ReaderView } from '#features/reader/index.ts';
import { Button } from '#ui/Button.tsx';
import { useDesk, useDeskState } from './desk-context.tsx';
import { readParagraphEntry } from './paragraph-entry.ts';
import './go-to-paragraph.css';

/** Goes to a paragraph by its number, in the text at hand. Listens for its command as long as it is there. */
export function GoToParagraph(): ReactNode {
  const desk = useDesk();
  const [isAsked, setIsAsked] = useState(false);
  const view = useDeskState(({ focusedId }) => desk.viewOf(focusedId));
  const askFor = (): void => {
    desk.wantText();
    setIsAsked(true);
  };
  useCommand('goToParagraph', askFor, view !== null);
  return isAsked && view ? <Field key={view.sourceId} view={view} onClose={() => setIsAsked(false)} /> : null;
}

function Field({ view, onClose }: { view: ReaderView; onClose: () => void }): ReactNode {
  const desk = useDesk();
  const { t } = useTranslation('desk');
  const [entry, setEntry] = useState('');
  const [mistake, setMistake] = useState('');
  const last = view.doc.numberedCount;
  const leave = (): void => {
    onClose();
    view.focus();
  };
  const go = (event: FormEvent): void => {
    event.preventDefault();
    const read = readParagraphEntry(entry, view.doc);
    if (read.kind === 'found') {
      onClose();
      void desk.goTo({
        sourceId: view.sourceId,
        startUtf16: read.startUtf16,
        endUtf16: read.startUtf16,
        isSelecting: false,
      });
    } else if (last === 0) setMistake(t('paragraphNone'));
    else
      setMistake(
        read.kind === 'tooFar' ? t('paragraphTooFar', { entry, last }) : t('paragraphNoNumber', { entry, last }),
      );
  };
  return (
    <div
      className="go-to-paragraph"
      role="dialog"
      aria-label={t('paragraphTitle')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        leave();
      }}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onClose()}
    >
      <form onSubmit={go}>
        <label>
          {t('paragraphField')}
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because someone asked to type here
            autoFocus
            inputMode="numeric"
            autoComplete="off"
            spellCheck={false}
            placeholder={String(view.doc.numberAt(view.caret.state.focus))}
            value={entry}
            aria-invalid={mistake !== ''}
            aria-describedby="paragraph-range"
            onChange={(event) => {
              setEntry(event.target.value);
              setMistake('');
            }}
          />
        </label>
        <Button look="solid" type="submit">
          {t('go')}
        </Button>
        <p id="paragraph-range" role="status" data-mistake={mistake !== '' || undefined}>
          {mistake || t('paragraphRange', { count: last })}
        </p>
      </form>
    </div>
  );
}
