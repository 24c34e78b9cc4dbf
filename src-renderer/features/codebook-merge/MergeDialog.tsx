import { useState, type ReactNode } from 'react';
import { problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import type { Grant } from '#contract/files.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { chooseTheirs, readTheirs, type Theirs } from './commands/read-theirs.ts';
import { MergePage } from './MergePage.tsx';
import { useBegun } from './use-begun.ts';

export interface MergeDialogProps {
  /** The colleague's file; null to ask for it. */
  readonly grant: Grant | null;
  readonly onClose: () => void;
}

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'read'; readonly theirs: Theirs }
  | { readonly kind: 'failed'; readonly name: string; readonly text: string };

/** Merges a colleague's codebook into ours: asks for the file, shows what it comes to, lets conflicts be decided, does it in one step. */
export function MergeDialog({ grant, onClose }: MergeDialogProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebookMerge');
  const { t: common } = useTranslation('common');
  const [state, setState] = useState<State>(grant ? { kind: 'reading', name: grant.name } : { kind: 'asking' });
  const read = async (chosen: Grant): Promise<void> => {
    setState({ kind: 'reading', name: chosen.name });
    try {
      setState({ kind: 'read', theirs: await readTheirs(project, chosen) });
    } catch (error) {
      setState({ kind: 'failed', name: chosen.name, text: problemText(problemOf(error)) });
    }
  };
  useBegun(() => {
    if (grant) void read(grant);
  });
  const choose = async (): Promise<void> => {
    const chosen = await chooseTheirs().catch(() => null);
    if (chosen) await read(chosen);
  };
  if (state.kind === 'read') return <MergePage theirs={state.theirs} onClose={onClose} />;
  if (state.kind === 'reading') return <Dialog isOpen title={t('reading', { name: state.name })} onClose={onClose} />;
  const isFailed = state.kind === 'failed';
  return (
    <Dialog
      isOpen
      title={isFailed ? t('failed', { name: state.name }) : t('title')}
      lead={isFailed ? state.text : t('lead')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="solid" autoFocus onPress={() => void choose()}>
            {t(isFailed ? 'chooseAnother' : 'chooseFile')}
          </Button>
        </>
      }
    />
  );
}
