import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Source } from '#domain/project/records.ts';
import { useSession, useSessionState } from '#features/coding/index.ts';
import { CommandItem, useCommandCenter } from '#features/commands/index.ts';
import { useMemoMarks } from '#features/memos/index.ts';
import { useProject } from '#features/project/index.ts';
import { Reader, type Appearance, type ReaderView } from '#features/reader/index.ts';
import { useSettings } from '#features/settings/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { ContextMenu, type Point } from '#ui/ContextMenu.tsx';
import { MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { DocumentBar } from './DocumentBar.tsx';
import { handleReaderKey, type ReaderKeyActions } from './reader-keys.ts';
import { SourceRemarks } from './SourceRemarks.tsx';
import { useIsDark } from './use-panels.ts';

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
  const [view, setView] = useState<ReaderView | null>(null);
  const chooseMark = useMemoMarks(view);
  const isDark = useIsDark(settings.theme);

  const appearance = useMemo<Appearance>(
    () => ({
      theme: isDark ? 'dark' : 'light',
      isFullTint: settings.isFullTint,
      colorOf: (codeId) => project.codes.get(codeId)?.color ?? 'walnut',
    }),
    [project, isDark, settings.isFullTint],
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
          onChooseMark: chooseMark,
          onDropCode: (codeId, span) => {
            if (view) {
              session.activate(view);
              view.caret.select(span.startUtf16, span.endUtf16, { scroll: false });
              view.focus();
            }
            actions.giveById(codeId);
          },
          onResizeCoding: async (coding, span) => {
            await session.resize(coding, span).catch(() => null);
          },
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
      {view && <ChosenEdges view={view} />}
      <PassageMenu at={menu} onClose={() => setMenu(null)} actions={actions} />
    </>
  );
}

/** Offers the ends of the coding that is chosen here; to those who only read it, none. */
function ChosenEdges({ view }: { view: ReaderView }): ReactNode {
  const session = useSession();
  const project = useProject();
  const chosenId = useSessionState((state) => state.chosenId);
  useEffect(() => {
    const isHere = session.view === view && !project.isReadOnly;
    view.edges.choose((isHere && chosenId && project.codings.get(chosenId)) || null);
  }, [session, project, view, chosenId]);
  return null;
}

function PassageMenu({
  at,
  onClose,
  actions,
}: {
  at: Point | null;
  onClose: () => void;
  actions: ReaderKeyActions;
}): ReactNode {
  const session = useSession();
  const project = useProject();
  const { t } = useTranslation('workbench');
  const selection = useSessionState((state) => state.selection);
  const codings = useSessionState((state) => state.codingsHere);
  const view = session.view;
  const copy = (): void => {
    if (view && selection)
      void navigator.clipboard.writeText(view.doc.text.slice(selection.startUtf16, selection.endUtf16));
  };
  return (
    <ContextMenu at={at} onClose={onClose} label={t('textMenu')}>
      <MenuItem shortcut="Enter" isDisabled={!selection} onAction={() => actions.openPalette('')}>
        {t('giveCode')}
      </MenuItem>
      <MenuItem shortcut="Mod+C" isDisabled={!selection} onAction={copy}>
        {t('copy')}
      </MenuItem>
      <MenuSeparator />
      <CommandItem command="selectClause" />
      <CommandItem command="selectSentence" />
      <CommandItem command="selectParagraph" />
      {view?.units.hasTurns && <CommandItem command="selectTurn" />}
      {codings.length > 0 && <MenuSeparator />}
      {codings.slice(0, 8).map((coding) => (
        <MenuItem key={coding.id} isDangerous onAction={() => void session.remove([coding])}>
          {t('removeNamed', { name: project.codes.get(coding.codeId)?.name ?? '' })}
        </MenuItem>
      ))}
    </ContextMenu>
  );
}

/** Where the pointer is; at the caret when the menu was asked for by key. */
function menuPoint(caret: DOMRect | null, x: number, y: number): Point {
  if (x !== 0 || y !== 0 || !caret) return { x, y };
  return { x: caret.left, y: caret.bottom };
}
