import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { Grant } from '#contract/files.ts';
import { ask, bridge, problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import {
  CommandProvider,
  ShortcutsOnCommand,
  useCommand,
  useCommandCenter,
  type CommandId,
} from '#features/commands/index.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { ProjectHome } from '#features/project-home/index.ts';
import { openProjects, refreshCounts, registry } from '#features/project-list/index.ts';
import { useSettings } from '#features/settings/index.ts';
import { TourProvider, useTour } from '#features/tour/index.ts';
import { t } from '#i18n/index.ts';
import { OlderLayoutError } from '#storage/database.ts';
import { OpenProject } from '#storage/open-project.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { showToast, ToastRegion } from '#ui/Toast.tsx';

// The welcome screen is there before the workbench's code has been read.
const loadWorkbench = () => import('./Workbench.tsx');
// Met once in the life of a project and a Postil.
const OlderProjectDialog = lazy(async () => ({
  default: (await import('#features/backups/index.ts')).OlderProjectDialog,
}));
const Workbench = lazy(async () => ({ default: (await loadWorkbench()).Workbench }));

interface Wanted {
  readonly registered: RegisteredProject;
  readonly offered: readonly Grant[];
}

interface Opened extends Wanted {
  readonly project: OpenProject;
}

/** One window, with what all of it shares. */
export function App(): ReactNode {
  return (
    <CommandProvider>
      <TourProvider>
        <Screens />
        <ShortcutsOnCommand />
        <Toasts />
      </TourProvider>
    </CommandProvider>
  );
}

function Toasts(): ReactNode {
  const center = useCommandCenter();
  return (
    <ToastRegion label={t('common:notifications')} keyOf={(command) => center.keysOf(command as CommandId)[0] ?? ''} />
  );
}

/** The welcome screen, or a project. */
function Screens(): ReactNode {
  const { coderName } = useSettings();
  const tour = useTour();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [older, setOlder] = useState<Wanted | null>(null);

  useEffect(() => {
    performance.mark('usable');
    const prepare = async (): Promise<void> => {
      const { listenForCommands } = await import('#features/command-line/index.ts');
      listenForCommands();
      // Only now can a command from outside be answered.
      await ask(bridge().application.ready());
      await loadWorkbench();
    };
    // A window that nobody moves has no idle time of its own: hence the limit.
    const idle = requestIdleCallback(() => void prepare(), { timeout: 300 });
    return () => cancelIdleCallback(idle);
  }, []);

  useEffect(() => {
    document.title = opened ? t('workbench:windowTitle', { name: opened.registered.name }) : 'Postil';
  }, [opened]);

  const open = async (registered: RegisteredProject, offered: readonly Grant[] = []): Promise<void> => {
    try {
      const project = await OpenProject.open(registered.databaseName, coderName, systemEnvironment);
      openProjects.set(registered.id, project);
      await registry.update(registered.id, { openedAt: systemEnvironment.now() });
      setOpened({ registered, project, offered });
    } catch (error) {
      if (error instanceof OlderLayoutError) return setOlder({ registered, offered });
      showToast({ message: t('problems:projectUnopenable', { name: registered.name }) });
    }
  };

  const close = async (): Promise<void> => {
    if (!opened) return;
    tour.leave();
    const { registered, project } = opened;
    setOpened(null);
    await refreshCounts(registered.id, project).catch(() => undefined);
    openProjects.delete(registered.id);
    await project.close();
  };

  const takeTour = async (): Promise<void> => {
    const { openSampleProject } = await import('#features/sample-project/index.ts');
    const sample = await openSampleProject();
    if (opened?.registered.id !== sample.id) {
      await close();
      await open(sample);
    }
    tour.begin();
  };
  useCommand(
    'tour',
    () => void takeTour().catch((error: unknown) => showToast({ message: problemText(problemOf(error)) })),
  );

  return (
    <>
      {opened ? (
        <Suspense>
          <Workbench
            key={opened.registered.id}
            registered={opened.registered}
            project={opened.project}
            offered={opened.offered}
            onClose={() => void close()}
          />
        </Suspense>
      ) : (
        <ProjectHome
          onOpen={(registered, offered) => void open(registered, offered)}
          onOpenSample={(registered) => void open(registered).then(tour.offer)}
        />
      )}
      {older && (
        <Suspense>
          <OlderProjectDialog
            key={older.registered.id}
            registered={older.registered}
            onDone={() => {
              setOlder(null);
              void open(older.registered, older.offered);
            }}
            onClose={() => setOlder(null)}
          />
        </Suspense>
      )}
    </>
  );
}
