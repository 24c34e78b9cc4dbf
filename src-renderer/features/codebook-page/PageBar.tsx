import { FileDown, GitMerge, History, Printer, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useCommandCenter, useIsEnabled, type CommandId } from '#features/commands/index.ts';
import { useVersions } from '#features/codebook-versions/index.ts';
import { useProject, useProjectListener, useProjectValue } from '#features/project/index.ts';
import { formatDay, formatMoment, formatTime, useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { Button } from '#ui/Button.tsx';

const commands = [
  { id: 'codebookVersions', icon: History, words: 'versions' },
  { id: 'mergeCodebook', icon: GitMerge, words: 'merge' },
  { id: 'print', icon: Printer, words: 'print' },
  { id: 'exportCodebookAs', icon: FileDown, words: 'export' },
] as const satisfies readonly { id: CommandId; icon: LucideIcon; words: string }[];

/** Since which version and when the codebook was last written in, and what can be done with all of it. */
export function PageBar(): ReactNode {
  const { t } = useTranslation('codebookPage');
  const state = useStateInWords();
  return (
    <header className="codebook-bar">
      <span className="truncated">{state}</span>
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

function useStateInWords(): string {
  const project = useProject();
  const { t } = useTranslation('codebookPage');
  const written = useProjectValue(lastEdited);
  // What was removed says of no record that it was.
  const [seen, setSeen] = useState('');
  useProjectListener((change) => {
    if (change?.codes || change?.codeSets || change?.project) setSeen(project.environment.now());
  });
  const version = useVersions()?.[0];
  const edited = seen > written ? seen : written;
  if (version && version.createdAt >= edited) {
    return t('asVersion', { name: version.name });
  }
  if (edited === '') return '';
  const isToday = formatMoment(edited) === formatTime(edited);
  const when = isToday ? t('todayAt', { time: formatTime(edited) }) : formatDay(edited);
  return version ? t('editedAfter', { name: version.name, when }) : t('edited', { when });
}

/** When any of the codes and sets that are there was; empty where there are none. */
function lastEdited({ codes, codeSets }: OpenProject): string {
  let last = '';
  for (const { modifiedAt } of codes.values()) if (modifiedAt > last) last = modifiedAt;
  for (const { modifiedAt } of codeSets.values()) if (modifiedAt > last) last = modifiedAt;
  return last;
}
