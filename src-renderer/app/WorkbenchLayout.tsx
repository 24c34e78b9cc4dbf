import { useCallback, useRef, useState, type ReactNode } from 'react';
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels';
import type { Grant } from '#contract/files.ts';
import type { Code } from '#domain/project/records.ts';
import type { MadeAsked } from '#features/codebook-versions/index.ts';
import { CodebookPage, PrintedCodebook } from '#features/codebook-page/index.ts';
import { CodebookCommands } from '#features/codebook/index.ts';
import { everythingListed, useFilter, useSession, type CodingsAsked } from '#features/coding/index.ts';
import { GoToParagraph, useDeskCommands } from '#features/desk/index.ts';
import { PaletteOnCommand } from '#features/command-palette/index.ts';
import { ExportStatus } from '#features/exports/index.ts';
import { useMemoActions } from '#features/memos/index.ts';
import { useFileDrop } from '#features/project-home/index.ts';
import { useSelectingCommands } from '#features/reader/index.ts';
import { FindBar } from '#features/search/index.ts';
import { TourCard } from '#features/tour/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { afterDialog } from '#ui/after-dialog.ts';
import { widths } from './arrangement.ts';
import { useArrangement } from './arrangement-context.tsx';
import { DeskSides } from './DeskSides.tsx';
import { Dialogs } from './Dialogs.tsx';
import { LeftSide } from './LeftSide.tsx';
import { RightSide } from './RightSide.tsx';
import { SaveProblem } from './SaveProblem.tsx';
import type { SidePanelId } from './SidePanels.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useCentre } from './use-centre.ts';
import { useCodeActions } from './use-code-actions.ts';
import { useCodingCommands } from './use-coding-commands.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useFinding } from './use-finding.ts';
import { useDocking, useSide } from './use-panels.ts';
import { usePointedCode } from './use-pointed-code.ts';
import { useQuestions } from './use-questions.ts';
import { useSourceActions } from './use-source-actions.tsx';
import { useWindowCommands } from './use-window-commands.ts';

/** Beside a page that keeps its measure. */
const NARROW_LEFT = 216;

/**
 * The screen one works in: sources and codes on the left, the page, the panels on the right. What stands in each of them is
 * in `LeftSide`, `DeskSides` and `RightSide`, what can lie over them in `Dialogs`.
 */
export function WorkbenchLayout({ offered, onClose }: { offered: readonly Grant[]; onClose: () => void }): ReactNode {
  const { t } = useTranslation('workbench');
  const { isInspectorDocked, isLeftDocked } = useDocking();
  const left = useSide('Left', isLeftDocked, 'text');
  const arrangement = useArrangement();
  const centre = useCentre();
  const right = useSide('Right', isInspectorDocked, centre.place);
  const { value: remembered } = arrangement;
  const group = useRef<HTMLDivElement>(null);
  const [panel, setPanel] = useState<SidePanelId>(remembered.panel);
  const [listed, setListed] = useState<CodingsAsked>(everythingListed);
  const questions = useQuestions(offered);
  const { ask } = questions;
  const codes = useCodeActions();
  const sources = useSourceActions();
  const isDropping = useFileDrop();
  const turnTo = (id: SidePanelId): void => {
    setPanel(id);
    // What was found is gone tomorrow: the panel from before is what one comes back to.
    if (id !== 'found') arrangement.change({ panel: id });
  };
  const showPanel = (id: SidePanelId): void => {
    turnTo(id);
    right.open();
  };
  const rememberWidths = (layout: Layout): void => {
    const inPixels = (share: number): number => Math.round((share / 100) * (group.current?.clientWidth ?? 0));
    const { left: leftShare, right: rightShare } = layout;
    if (leftShare !== undefined && isInspectorDocked) arrangement.change({ leftWidth: inPixels(leftShare) });
    if (rightShare !== undefined) arrangement.change({ rightWidth: inPixels(rightShare) });
  };
  const finding = useFinding({ shown: panel, isBeside: isInspectorDocked && right.isOpen, show: showPanel });
  const memos = useMemoActions({ onShow: () => showPanel('memos'), onShowCode: () => showPanel('passage') });
  const session = useSession();
  useSelectingCommands(() => session.view);
  const codings = useCodingCommands(codes);
  useDeskCommands();
  useFilter();
  usePointedCode();
  useKeptFocus({ panel, isLeftOpen: left.isOpen, isRightOpen: right.isOpen });
  useWindowCommands({ left, right, questions, showPanel, closeProject: onClose });

  const listCodings = (code: Code): void => {
    setListed({ ...listed, scope: { kind: 'code', codeId: code.id }, words: '', made: null });
    showPanel('codings');
  };
  const listMade = ({ codeId, made }: MadeAsked): void => {
    const scope = codeId === null ? ({ kind: 'everything' } as const) : ({ kind: 'code', codeId } as const);
    setListed({ ...listed, scope, words: '', made });
    showPanel('codings');
    afterDialog(() => document.querySelector<HTMLElement>('.codings-rows')?.focus());
  };
  const showHistory = useCallback(({ id }: Code): void => ask({ kind: 'code-history', codeId: id }), [ask]);
  const leftSide = (
    <LeftSide
      isReading={centre.place === 'text'}
      codes={codes}
      memos={memos}
      sources={sources}
      onListCodings={listCodings}
      onHistory={showHistory}
    />
  );
  const rightSide = (
    <RightSide
      codes={codes}
      codings={codings}
      memos={memos}
      shown={panel}
      onShow={(id) => {
        turnTo(id);
        finding.turnedTo(id);
      }}
      listed={listed}
      onList={setListed}
    />
  );

  return (
    <div className="workbench" data-drop={isDropping || undefined}>
      <TitleBar place={centre.place} isLeftOpen={left.isOpen} isRightOpen={right.isOpen} />
      <SaveProblem />
      <main className="workbench-main">
        <Group
          elementRef={group}
          orientation="horizontal"
          className="workbench-panels"
          onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && rememberWidths(layout)}
        >
          {isLeftDocked && left.isOpen && (
            <>
              <Panel
                id="left"
                defaultSize={isInspectorDocked ? remembered.leftWidth : NARROW_LEFT}
                minSize={widths.left.least}
                maxSize={isInspectorDocked ? widths.left.most : NARROW_LEFT}
                groupResizeBehavior="preserve-pixel-size"
              >
                {leftSide}
              </Panel>
              <Separator className="panel-separator" aria-label={t('panelSizes')} />
            </>
          )}
          <Panel id="centre" minSize={420}>
            <div className="centre" data-pane="centre">
              {/* Covered, not gone: texts stay where they are, down to the line. */}
              <div className="centre-texts" data-covered={centre.place !== 'text' || undefined}>
                <DeskSides actions={{ ...codes.readerActions, remove: codings.remove }} />
                <GoToParagraph />
                {finding.isOpen && <FindBar isListed={finding.isListed} onList={finding.list} />}
              </div>
              {centre.place === 'codebook' && (
                <CodebookPage
                  onJump={centre.jumpTo}
                  onHistory={showHistory}
                  onNewCode={() => codes.edit({ code: null, parentId: null })}
                />
              )}
            </div>
          </Panel>
          {isInspectorDocked && right.isOpen && (
            <>
              <Separator className="panel-separator" aria-label={t('panelSizes')} />
              <Panel
                id="right"
                defaultSize={remembered.rightWidth}
                minSize={widths.right.least}
                maxSize={widths.right.most}
                groupResizeBehavior="preserve-pixel-size"
              >
                <div className="right-frame" data-pane="right">
                  {rightSide}
                  <TourCard />
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
      {!(isInspectorDocked && right.isOpen) && <TourCard />}
      <StatusLine>
        <ExportStatus />
      </StatusLine>
      <Dialogs
        codes={codes}
        codings={codings}
        sources={sources}
        question={questions.question}
        onAsk={ask}
        onListMade={listMade}
        onClose={() => questions.ask(null)}
      />
      <PrintedCodebook />
      <CodebookCommands onShowPanel={left.open} />
      <PaletteOnCommand onListCodings={listCodings} onGoToMemo={(memo) => void memos.goTo(memo)} />
    </div>
  );
}
