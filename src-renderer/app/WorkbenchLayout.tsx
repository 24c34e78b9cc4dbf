import { List, TextSearch, TextSelect } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { Grant } from '#contract/files.ts';
import type { Coding } from '#domain/project/records.ts';
import { CodeEditor, CodePanel, DeleteCodeDialog } from '#features/codebook/index.ts';
import { CodePalette, CodingsList, Inspector, useSession, type CodingsScope } from '#features/coding/index.ts';
import { useCommand } from '#features/commands/index.ts';
import { inOrder, SourceList } from '#features/corpus/index.ts';
import { ImportDialog } from '#features/corpus-import/index.ts';
import { exportWithDialog, ExportStatus } from '#features/exports/index.ts';
import { chooseTable, splitOffered, TableImportDialog } from '#features/interchange/index.ts';
import { focusedSide, useDesk, useDeskState } from '#features/desk/index.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { useFileDrop, useOfferedPaths } from '#features/project-home/index.ts';
import { FindBar, FoundList } from '#features/search/index.ts';
import { SettingsDialog, useSettings } from '#features/settings/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import { chooseTextFolder, chooseTexts } from './choose-files.ts';
import { focusNextPane } from './panes.ts';
import { ReadingPane } from './ReadingPane.tsx';
import { RenameSourceDialog } from './RenameSourceDialog.tsx';
import { SaveProblem } from './SaveProblem.tsx';
import { SidePanels, type SidePanelId } from './SidePanels.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useCodeActions } from './use-code-actions.ts';
import { useFinding } from './use-finding.ts';
import { useDocking, useSide } from './use-panels.ts';
import { useSourceActions } from './use-source-actions.tsx';
import { useTravel } from './use-travel.ts';

type Question =
  | { readonly kind: 'import'; readonly grants: readonly Grant[] }
  | { readonly kind: 'import-table'; readonly grant: Grant }
  | { readonly kind: 'settings' }
  | null;

/** Texts are imported as sources, a table of codes or codings as what it is; texts first where both were dropped. */
function questionFor(grants: readonly Grant[]): Question {
  const { sources, tables } = splitOffered(grants);
  if (sources.length > 0) return { kind: 'import', grants: sources };
  return tables[0] ? { kind: 'import-table', grant: tables[0] } : null;
}

const NORMAL_SIZE = 17.5;
/** Beside a page that keeps its measure. */
const NARROW_LEFT = 216;

/** The screen one works in: sources and codes, the page, the inspector; and every dialog that can lie over them. */
export function WorkbenchLayout({ offered, onClose }: { offered: readonly Grant[]; onClose: () => void }): ReactNode {
  const project = useProject();
  const session = useSession();
  const { t } = useTranslation('workbench');
  const { t: search } = useTranslation('search');
  const { settings, change } = useSettings();
  const { isInspectorDocked, isLeftDocked } = useDocking();
  const left = useSide(isLeftDocked);
  const right = useSide(isInspectorDocked);
  const desk = useDesk();
  const sideId = useDeskState((state) => state.focusedId);
  const sourceId = useDeskState((state) => focusedSide(state)?.activeId ?? null);
  const [tab, setTab] = useState<SidePanelId>('passage');
  const [scope, setScope] = useState<CodingsScope>({ kind: 'source' });
  const [question, setQuestion] = useState<Question>(() => questionFor(offered));
  const travel = useTravel();
  const codes = useCodeActions();
  const sources = useSourceActions();

  const jumpTo = async (coding: Coding): Promise<void> => {
    if (await desk.goTo(coding)) session.choose(coding);
  };
  const take = (grants: readonly Grant[]): void => setQuestion(questionFor(grants));
  const isDropping = useFileDrop();
  useOfferedPaths(take);

  const titleBar = {
    addSources: () => void chooseTexts().then(take),
    addFolder: () => void chooseTextFolder().then(take),
    importTable: () =>
      void chooseTable().then(
        (grant) => grant && setQuestion({ kind: 'import-table', grant }),
        () => undefined,
      ),
    exportCodings: () => void exportWithDialog(project, 'codings'),
    exportCodebook: () => void exportWithDialog(project, 'codebook'),
    showSettings: () => setQuestion({ kind: 'settings' }),
    undo: () => void travel.undo(),
    redo: () => void travel.redo(),
    toggleLeft: left.toggle,
    toggleRight: right.toggle,
  };
  const resize = (size: number): void => change({ readerTextSize: Math.max(12, Math.min(40, size)) });
  const showSide = (id: SidePanelId): void => {
    setTab(id);
    right.open();
  };
  useCommand('undo', titleBar.undo);
  useCommand('redo', titleBar.redo);
  useCommand('addSources', titleBar.addSources);
  useCommand('addFolder', titleBar.addFolder);
  useCommand('importTable', titleBar.importTable, !project.isReadOnly);
  useCommand('exportCodings', titleBar.exportCodings);
  useCommand('exportCodebook', titleBar.exportCodebook);
  useCommand('settings', titleBar.showSettings);
  useCommand('closeProject', onClose);
  useCommand('toggleLeft', titleBar.toggleLeft);
  useCommand('toggleRight', titleBar.toggleRight);
  useCommand('largerText', () => resize(settings.readerTextSize + 1));
  useCommand('smallerText', () => resize(settings.readerTextSize - 1));
  useCommand('normalText', () => resize(NORMAL_SIZE));
  useCommand('nextPane', () => focusNextPane(1));
  useCommand('previousPane', () => focusNextPane(-1));
  const finding = useFinding({ shown: tab, isBeside: isInspectorDocked && right.isOpen, show: showSide });
  useCommand('fullTint', () => change({ isFullTint: !settings.isFullTint }));
  useCommand('showPassage', () => showSide('passage'));
  useCommand('showCodings', () => showSide('codings'));

  const source = useProjectValue(({ sources: all }) => (sourceId ? all.get(sourceId) : undefined));
  const leftSide = (
    <Group orientation="vertical" className="left-side" data-pane="left">
      <Panel id="sources" defaultSize="47%" minSize={90}>
        <SourceList
          openId={sourceId}
          onOpen={(id) => desk.openSource(id)}
          onAdd={titleBar.addSources}
          onRename={sources.rename}
          onRemove={(removed) => void sources.remove(removed)}
        />
      </Panel>
      <Separator className="panel-separator horizontal" aria-label={t('panelHeights')} />
      <Panel id="codes" minSize={120}>
        <CodePanel
          onActivate={(code) => void codes.give(code)}
          onHold={(id) => session.holdCode(id)}
          onNew={(parentId) => codes.edit({ code: null, parentId })}
          onEdit={(code) => codes.edit({ code, parentId: code.parentId })}
          onDelete={(code) => void codes.remove(code)}
          onList={(code) => {
            setScope({ kind: 'code', codeId: code.id });
            showSide('codings');
          }}
        />
      </Panel>
    </Group>
  );
  const rightSide = (
    <SidePanels
      shown={tab}
      onShow={(id) => {
        setTab(id);
        finding.turnedTo(id);
      }}
      panels={[
        {
          id: 'passage',
          label: t('passageTab'),
          icon: TextSelect,
          content: <Inspector onRecode={codes.askRecode} onEditCode={(id) => codes.editById(id)} />,
        },
        {
          id: 'codings',
          label: t('codingsTab'),
          icon: List,
          content: <CodingsList scope={scope} onScope={setScope} onJump={(coding) => void jumpTo(coding)} />,
        },
        { id: 'found', label: search('found'), icon: TextSearch, content: <FoundList /> },
      ]}
    />
  );

  return (
    <div className="workbench" data-drop={isDropping || undefined}>
      <TitleBar isLeftOpen={left.isOpen} isRightOpen={right.isOpen} />
      <SaveProblem />
      <main className="workbench-main">
        <Group orientation="horizontal" className="workbench-panels">
          {isLeftDocked && left.isOpen && (
            <>
              <Panel
                id="left"
                defaultSize={isInspectorDocked ? 264 : NARROW_LEFT}
                minSize={190}
                maxSize={isInspectorDocked ? 460 : NARROW_LEFT}
                groupResizeBehavior="preserve-pixel-size"
              >
                {leftSide}
              </Panel>
              <Separator className="panel-separator" aria-label={t('panelSizes')} />
            </>
          )}
          <Panel id="centre" minSize={420}>
            <div className="centre" data-pane="centre">
              {source ? (
                <ReadingPane
                  key={source.id}
                  source={source}
                  actions={codes.readerActions}
                  onView={(view) => desk.opened(sideId, view)}
                  onGone={(view) => desk.gone(sideId, view)}
                  onFailure={(failed) => {
                    desk.gone(sideId, null);
                    showToast({ message: t('openFailed', { name: failed.name }) });
                  }}
                />
              ) : (
                <p className="centre-empty">{project.sources.size > 0 ? t('openSource') : ''}</p>
              )}
              {finding.isOpen && <FindBar isListed={finding.isListed} onList={finding.list} />}
            </div>
          </Panel>
          {isInspectorDocked && right.isOpen && (
            <>
              <Separator className="panel-separator" aria-label={t('panelSizes')} />
              <Panel id="right" defaultSize={296} minSize={220} maxSize={520} groupResizeBehavior="preserve-pixel-size">
                <div className="right-frame" data-pane="right">
                  {rightSide}
                </div>
              </Panel>
            </>
          )}
        </Group>
        {!isLeftDocked && left.isOpen && <div className="drawer drawer-left">{leftSide}</div>}
        {!isInspectorDocked && right.isOpen && (
          <div className="drawer drawer-right" data-pane="right">
            {rightSide}
          </div>
        )}
        {isDropping && <p className="drop-note">{t('dropHere')}</p>}
      </main>
      <StatusLine>
        <ExportStatus />
      </StatusLine>

      {codes.palette && (
        <CodePalette
          key={codes.palette.key}
          request={codes.palette.request}
          onPick={(code, keepsOpen) => void codes.pick(code, keepsOpen)}
          onCreate={(name, keepsOpen) => void codes.create(name, keepsOpen)}
          onClose={codes.closePalette}
        />
      )}
      {codes.editing && (
        <CodeEditor code={codes.editing.code} parentId={codes.editing.parentId} onClose={codes.closeEditor} />
      )}
      {codes.deletion && (
        <DeleteCodeDialog
          code={codes.deletion.code}
          removal={codes.deletion.removal}
          withoutChildren={codes.deletion.withoutChildren}
          onDelete={(removal) => void codes.confirmDeletion(removal)}
          onCancel={codes.cancelDeletion}
        />
      )}
      {sources.renaming && <RenameSourceDialog source={sources.renaming} onClose={sources.closeRename} />}
      {sources.dialog}
      {question?.kind === 'import' && (
        <ImportDialog
          grants={question.grants}
          onClose={() => {
            setQuestion(null);
            const [first] = inOrder(project.sources.values());
            if (!sourceId && first) desk.openSource(first.id);
          }}
        />
      )}
      {question?.kind === 'import-table' && (
        <TableImportDialog grant={question.grant} onClose={() => setQuestion(null)} />
      )}
      <SettingsDialog
        isOpen={question?.kind === 'settings'}
        onClose={() => {
          setQuestion(null);
        }}
      />
    </div>
  );
}
