import { ArrowDownToLine } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { ask, bridge, problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import type { Grant } from '#contract/files.ts';
import { useCommand, useCommandCenter, useKeyOf } from '#features/commands/index.ts';
import { uniqueName } from '#features/project-list/index.ts';
import { SettingsDialog, useSettings } from '#features/settings/index.ts';
import { Trans, t as translate, useTranslation } from '#i18n/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { hasShortcut } from '#ui/shortcut-text.ts';
import { showToast } from '#ui/Toast.tsx';
import { HomeActions } from './HomeActions.tsx';
import { RecentProjects } from './RecentProjects.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useOfferedPaths } from './use-offered-paths.ts';
import { useProjects } from './use-projects.ts';
import './ProjectHome.css';

// The first screen is what starting waits for; what it can ask is read when it asks.
const DeleteProjectDialog = lazy(async () => ({
  default: (await import('./DeleteProjectDialog.tsx')).DeleteProjectDialog,
}));
const NewProjectDialog = lazy(async () => ({ default: (await import('./NewProjectDialog.tsx')).NewProjectDialog }));
const loadBackups = () => import('#features/backups/index.ts');
const RestoreDialog = lazy(async () => ({ default: (await loadBackups()).RestoreDialog }));
const RenameProjectDialog = lazy(async () => ({
  default: (await import('./RenameProjectDialog.tsx')).RenameProjectDialog,
}));

export interface ProjectHomeProps {
  /** Opens a project; `offered` is what was chosen to be imported into it at once. */
  onOpen: (project: RegisteredProject, offered?: readonly Grant[]) => void;
  onOpenSample: (project: RegisteredProject) => void;
}

/** The one question that is open, if any. */
type Question =
  | { readonly kind: 'new'; readonly offered: readonly Grant[] }
  | { readonly kind: 'rename' | 'delete'; readonly project: RegisteredProject }
  | { readonly kind: 'restore'; readonly grant: Grant }
  | { readonly kind: 'settings' }
  | null;

/** The first screen: begin a project, or go on with one. */
export function ProjectHome({ onOpen, onOpenSample }: ProjectHomeProps): ReactNode {
  const { t } = useTranslation('projectHome');
  const { coderName, description } = useSettings();
  const { projects, refresh } = useProjects();
  const [question, setQuestion] = useState<Question>(null);
  const center = useCommandCenter();
  const isDropping = useFileDrop();
  const consider = async (offered: readonly Grant[]): Promise<void> => {
    const { isBackup } = await loadBackups();
    const backup = offered.find(isBackup);
    setQuestion(backup ? { kind: 'restore', grant: backup } : { kind: 'new', offered });
  };
  useOfferedPaths((offered) => void consider(offered));
  useCommand('settings', () => setQuestion({ kind: 'settings' }), question === null);

  const close = (): void => setQuestion(null);
  const closeAndRefresh = (): void => {
    close();
    refresh();
  };
  const openSample = (): void => {
    import('#features/sample-project/index.ts')
      .then(({ openSampleProject }) => openSampleProject())
      .then(onOpenSample, showProblem);
  };

  const openBackup = async (): Promise<void> => {
    const { chooseBackup } = await loadBackups();
    const grant = await chooseBackup();
    if (grant) setQuestion({ kind: 'restore', grant });
  };

  return (
    <div className="home" data-drop={isDropping || undefined}>
      <div className="home-titlebar" />
      <main className="home-columns">
        <section>
          <Definition />
          <HomeActions
            isEnabled={question === null}
            onChooseFolder={() => void chooseFolder().then((grants) => offer(grants, setQuestion), showProblem)}
            onChooseFiles={() => void chooseFiles().then((grants) => offer(grants, setQuestion), showProblem)}
            onOpenSample={openSample}
            onOpenBackup={() => void openBackup()}
          />
          <div className="home-drop">
            <Icon of={ArrowDownToLine} />
            <b>{isDropping ? t('dropNow') : t('dropTitle')}</b>
            <span>{t('dropText')}</span>
          </div>
        </section>
        {projects && (
          <RecentProjects
            projects={projects}
            onOpen={onOpen}
            onRename={(project) => setQuestion({ kind: 'rename', project })}
            onDelete={(project) => setQuestion({ kind: 'delete', project })}
          />
        )}
      </main>
      <footer className="home-foot">
        <span className="home-coder">
          {t('codingAs')}
          <Button
            look="link"
            aria-label={t('changeCoder', { name: coderName })}
            onPress={() => setQuestion({ kind: 'settings' })}
          >
            {coderName}
          </Button>
        </span>
        <CommandLink command="shortcuts" />
        <CommandLink command="tour" />
        <span>{t('footer', { version: description.version })}</span>
      </footer>

      <Suspense>
        {question?.kind === 'new' && projects && (
          <NewProjectDialog
            key={question.offered[0]?.handle}
            offered={question.offered}
            suggestedName={suggestName(question.offered, projects)}
            onCreated={(project) => onOpen(project, question.offered)}
            onClose={close}
          />
        )}
        {question?.kind === 'rename' && (
          <RenameProjectDialog project={question.project} onRenamed={closeAndRefresh} onClose={close} />
        )}
        {question?.kind === 'delete' && (
          <DeleteProjectDialog project={question.project} onDeleted={closeAndRefresh} onClose={close} />
        )}
        {question?.kind === 'restore' && (
          <RestoreDialog
            key={question.grant.handle}
            grant={question.grant}
            onRestored={(project) => {
              showToast({ message: t('restored', { name: project.name }) });
              onOpen(project);
            }}
            onClose={close}
            onChooseAnother={() => void openBackup()}
          />
        )}
        <SettingsDialog isOpen={question?.kind === 'settings'} onClose={close} onRun={(id) => center.run(id)} />
      </Suspense>
    </div>
  );
}

/** What the workbench has in its menu. */
function CommandLink({ command }: { command: 'shortcuts' | 'tour' }): ReactNode {
  const { t } = useTranslation('commands');
  const center = useCommandCenter();
  const key = useKeyOf(command);
  return (
    <span className="home-coder">
      <Button look="link" onPress={() => center.run(command)}>
        {t(command)}
      </Button>
      {hasShortcut(key) && <Kbd keys={key} />}
    </span>
  );
}

function Definition(): ReactNode {
  const { t } = useTranslation('projectHome');
  return (
    <div className="home-word">
      <h1>Postil</h1>
      <p>
        <Trans t={t} i18nKey="definition" components={{ word: <em />, note: <mark />, origin: <em lang="la" /> }} />
      </p>
      <i className="home-stripe" aria-hidden />
    </div>
  );
}

async function chooseFolder(): Promise<readonly Grant[]> {
  const folder = await ask(bridge().files.chooseFolder({ title: translate('projectHome:chooseFolder') }));
  return folder ? [folder] : [];
}

function chooseFiles(): Promise<readonly Grant[]> {
  const filters = [
    { name: translate('projectHome:textFiles'), extensions: ['txt', 'text', 'md', 'markdown'] },
    { name: translate('projectHome:allFiles'), extensions: ['*'] },
  ];
  return ask(bridge().files.chooseFiles({ title: translate('projectHome:chooseFiles'), filters, isMultiple: true }));
}

function offer(grants: readonly Grant[], setQuestion: (question: Question) => void): void {
  if (grants.length > 0) setQuestion({ kind: 'new', offered: grants });
}

/** The folder's name; several files have none in common. */
function suggestName(offered: readonly Grant[], projects: readonly RegisteredProject[]): string {
  const only = offered.length === 1 ? offered[0] : undefined;
  const name = only && (only.kind === 'folder' ? only.name : only.name.replace(/\.[^.]+$/, ''));
  return uniqueName(
    name?.trim() || translate('projectHome:untitled'),
    projects.map((project) => project.name),
  );
}

function showProblem(error: unknown): void {
  showToast({ message: problemText(problemOf(error)) });
}
