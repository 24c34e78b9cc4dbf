import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { schemeRows, schemes } from '#domain/codebook/schemes/add-scheme.ts';
import type { Scheme } from '#domain/codebook/schemes/scheme.ts';
import { readOutline } from '#domain/interchange/codebook-files/outline.ts';
import type { CodebookRow } from '#domain/interchange/codebook-rows.ts';
import { useCommandCenter } from '#features/commands/index.ts';
import { sayUndoable, useProject } from '#features/project/index.ts';
import { t as sentence, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { TextArea } from '#ui/TextField.tsx';
import { useOnce } from '#ui/use-once.ts';
import { beginWith, planBeginning } from './commands/begin-with.ts';
import { PreviewTree } from './PreviewTree.tsx';
import './start.css';

type Beginning = 'outline' | Scheme['id'] | 'file' | 'empty';
const beginnings: readonly Beginning[] = ['outline', ...schemes.map(({ id }) => id), 'file', 'empty'];

/** Ways to begin a codebook, each shown before it is taken. */
export function StartingPointsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const project = useProject();
  const center = useCommandCenter();
  const { t } = useTranslation('codebookStart');
  const { t: common } = useTranslation('common');
  const [beginning, setBeginning] = useState<Beginning>('outline');
  const [outline, setOutline] = useState('');
  const typed = useDeferredValue(outline);
  // Where there are codes already it would seem to clear them away.
  const offered = beginnings.filter((each) => each !== 'empty' || project.codes.size === 0);
  const scheme = schemes.find(({ id }) => id === beginning) ?? null;
  const rows = useMemo((): readonly CodebookRow[] => {
    if (scheme) return schemeRows(scheme);
    return beginning === 'outline' ? readOutline(typed).rows : [];
  }, [scheme, beginning, typed]);
  const plan = useMemo(() => planBeginning(project, rows), [project, rows]);
  const { added, updated, unchanged } = plan.report;

  const begin = useOnce(async () => {
    if (beginning === 'file' || beginning === 'empty') {
      onClose();
      // The dialog for files asks for the keyboard once this one is gone.
      if (beginning === 'file') requestAnimationFrame(() => center.run('importTable'));
      return true;
    }
    await beginWith(project, t(`beginnings.${beginning}`), plan.change);
    if (added + updated > 0) sayUndoable(project, sentence('codebookStart:done', { count: added }));
    onClose();
    return true;
  });
  const button =
    beginning === 'file' ? t('chooseFile') : beginning === 'empty' ? t('beginEmpty') : t('add', { count: added });
  const isNothing = beginning !== 'file' && beginning !== 'empty' && added + updated === 0;
  return (
    <Dialog
      isOpen
      size="large"
      title={t('title')}
      lead={t('lead')}
      onClose={onClose}
      footer={
        <>
          {rows.length > 0 && unchanged + updated > 0 && (
            <span className="start-note">{t('there', { count: unchanged + updated })}</span>
          )}
          <DialogSpace />
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="solid" isDisabled={isNothing} onPress={begin}>
            {button}
          </Button>
        </>
      }
    >
      <div className="starting-points">
        <RadioGroup
          aria-label={t('title')}
          className="start-choices"
          value={beginning}
          onChange={(value) => setBeginning(beginnings.find((each) => each === value) ?? 'outline')}
        >
          {offered.map((each) => (
            <Radio key={each} value={each} className="start-choice" autoFocus={each === beginning}>
              {t(`beginnings.${each}`)}
            </Radio>
          ))}
        </RadioGroup>
        <div className="start-page">
          <p className="start-about">{t(`about.${beginning}`)}</p>
          {scheme && <p className="start-literature">{t('literature', { works: scheme.literature })}</p>}
          {beginning === 'outline' && (
            <TextArea
              label={t('outline')}
              rows={7}
              value={outline}
              onChange={setOutline}
              placeholder={t('outlineExample')}
            />
          )}
          {rows.length > 0 && <PreviewTree rows={rows} />}
        </div>
      </div>
    </Dialog>
  );
}
