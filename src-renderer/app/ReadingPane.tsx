import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { CodingId, Source } from '#domain/project/records.ts';
import { useMemoMarks } from '#features/memos/index.ts';
import { CodingModeStrip, useSession, useSessionState } from '#features/coding/index.ts';
import { useCommandCenter } from '#features/commands/index.ts';
import { useProject } from '#features/project/index.ts';
import { Reader, type Appearance, type ReaderView } from '#features/reader/index.ts';
import { useSettings } from '#features/settings/index.ts';
import { useTranslation } from '#i18n/index.ts';
import type { Point } from '#ui/ContextMenu.tsx';
import { DocumentBar } from './DocumentBar.tsx';
import { MarksMenu, type MarksAt } from './MarksMenu.tsx';
import { PassageMenu } from './PassageMenu.tsx';
import { HiddenCodings, type CodingsAt } from './HiddenCodings.tsx';
import { handleReaderKey, type ReaderKeyActions } from './reader-keys.ts';
import { SourceRemarks } from './SourceRemarks.tsx';
import { useIsDark, useIsForcedColors } from './use-panels.ts';

export interface ReadingPaneProps {
  readonly source: Source;
  readonly actions: ReaderKeyActions;
  /** See `Reader`. */
  readonly placeKeys: readonly string[];
  /** The text is on screen. */
  readonly onView: (view: ReaderView) => void;
  readonly onGone: (view: ReaderView) => void;
  readonly onFailure: (source: Source) => void;
}

/** The open source: its bar, its page, its menu. */
export function ReadingPane({ source, actions, placeKeys, onView, onGone, onFailure }: ReadingPaneProps): ReactNode {
  const project = useProject();
  const session = useSession();
  const { t } = useTranslation('workbench');
  const { t: corpus } = useTranslation('corpus');
  const { settings } = useSettings();
  const commands = useCommandCenter();
  const [menu, setMenu] = useState<Point | null>(null);
  const [hidden, setHidden] = useState<CodingsAt | null>(null);
  const [marksAt, setMarksAt] = useState<MarksAt | null>(null);
  const [view, setView] = useState<ReaderView | null>(null);
  const chooseMark = useMemoMarks(view);
  useChosenEdges(view);
  // Of two texts side by side only the one at hand is coded.
  const isCodingMode = useSessionState((state) => state.isCodingMode && session.view === view);
  const isDark = useIsDark(settings.theme);
  const isForcedColors = useIsForcedColors();

  const appearance = useMemo<Appearance>(
    () => ({
      theme: isDark ? 'dark' : 'light',
      isFullTint: settings.isFullTint,
      isForcedColors,
      colorOf: (codeId) => project.codes.get(codeId)?.color ?? 'walnut',
    }),
    [project, isDark, settings.isFullTint, isForcedColors],
  );
  const words = corpus('words', { count: source.words });

  return (
    <>
      <DocumentBar source={source} view={view} />
      <Reader
        // Read in another encoding it is another text.
        key={source.textSha256}
        project={project}
        source={source}
        appearance={appearance}
        placeKeys={placeKeys}
        textSize={settings.readerTextSize}
        byline={t('byline', { words, path: source.path })}
        remarks={<SourceRemarks source={source} />}
        events={{
          onCaret: (moved) => session.caretMoved(moved),
          onPoint: () => undefined,
          onChooseCoding: (coding) => {
            session.choose(coding);
            session.view?.focus();
          },
          onListCodings: (codings, at) => setHidden({ codings, at }),
          onChooseMarks: (marks, at) => {
            const [first] = marks;
            if (marks.length > 1) setMarksAt({ marks, at });
            else if (first) chooseMark(first.id);
          },
          onDropCode: (codeId, span) => {
            if (view) {
              session.activate(view);
              view.caret.select(span.startUtf16, span.endUtf16, { scroll: false });
              view.focus();
            }
            actions.giveById(codeId);
          },
          onResizeCoding: actions.resize,
        }}
        onView={(opened) => {
          setView(opened);
          onView(opened);
        }}
        onGone={(gone) => {
          setView(null);
          onGone(gone);
        }}
        onKeyDown={(event) => {
          if (view) handleReaderKey(event, view, session, { actions, commands });
        }}
        onFailure={() => onFailure(source)}
        onContextMenu={({ clientX, clientY }) => setMenu(menuPoint(view?.caret.box() ?? null, clientX, clientY))}
      />
      {/* Below the text: a row that comes and goes above it would move what is being read. */}
      {isCodingMode && (
        <CodingModeStrip onGive={(key) => actions.giveInMode([key], false)} onLeave={actions.leaveMode} />
      )}
      <HiddenCodings hidden={hidden} onClose={() => setHidden(null)} />
      <MarksMenu listed={marksAt} onChoose={chooseMark} onClose={() => setMarksAt(null)} />
      <PassageMenu at={menu} onClose={() => setMenu(null)} actions={actions} />
    </>
  );
}

/** Offers the ends of the coding that is chosen here; at once, since the next key may be the one that moves them. */
function useChosenEdges(view: ReaderView | null): void {
  const session = useSession();
  const project = useProject();
  useEffect(() => {
    if (!view) return undefined;
    let shownId: CodingId | null = null;
    const choose = (): void => {
      const chosenId = session.view === view ? session.snapshot().chosenId : null;
      if (chosenId === shownId) return;
      shownId = chosenId;
      view.edges.choose((chosenId && project.codings.get(chosenId)) || null);
    };
    choose();
    return session.subscribe(choose);
  }, [session, project, view]);
}

/** Where the pointer is; at the caret when the menu was asked for by key. */
function menuPoint(caret: DOMRect | null, x: number, y: number): Point {
  if (x !== 0 || y !== 0 || !caret) return { x, y };
  return { x: caret.left, y: caret.bottom };
}
