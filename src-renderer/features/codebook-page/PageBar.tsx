import { FileDown, GitMerge, History, Printer, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommandCenter, useIsEnabled, type CommandId } from '#features/commands/index.ts';
import { useProjectValue } from '#features/project/index.ts';
import { formatMoment, useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { Button } from '#ui/Button.tsx';

const commands = [
  { id: 'codebookVersions', icon: History, words: 'versions' },
  { id: 'mergeCodebook', icon: GitMerge, words: 'merge' },
  { id: 'print', icon: Printer, words: 'print' },
  { id: 'exportCodebookAs', icon: FileDown, words: 'export' },
] as const satisfies readonly { id: CommandId; icon: LucideIcon; words: string }[];

/** When the codebook was last written in, and what can be done with all of it. */
export function PageBar(): ReactNode {
  const { t } = useTranslation('codebookPage');
  const edited = useProjectValue(lastEdited);
  return (
    <header className="codebook-bar">
      <span className="truncated">{edited === '' ? '' : t('edited', { when: formatMoment(edited) })}</span>
      <span className="space" />
      {commands.map(({ id, icon, words }) => (
        <BarButton key={id} command={id} icon={icon} words={t(words)} />
      ))}
    </header>
  );
}

/** In a narrow window only its sign. */
function BarButton({ command, icon, words }: { command: CommandId; icon: LucideIcon; words: string }): ReactNode {
  const center = useCommandCenter();
  const isEnabled = useIsEnabled(command);
  return (
    <Button look="quiet" icon={icon} isDisabled={!isEnabled} aria-label={words} onPress={() => center.run(command)}>
      <span className="codebook-bar-words">{words}</span>
    </Button>
  );
}

function lastEdited({ codes }: OpenProject): string {
  let last = '';
  for (const { modifiedAt } of codes.values()) if (modifiedAt > last) last = modifiedAt;
  return last;
}
