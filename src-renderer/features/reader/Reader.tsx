import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Source } from '#domain/project/records.ts';
import { useCommandCenter } from '#features/commands/index.ts';
import { useSettings } from '#features/settings/index.ts';
import { useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { loadViewState, saveViewState } from '#storage/view-state.ts';
import { moveEdgeByKey } from './edge-keys.ts';
import { EdgeNote } from './EdgeNote.tsx';
import type { EdgeNews } from './edges.ts';
import type { Appearance } from './highlight-painter.ts';
import { readPlace } from './reading-place.ts';
import type { ReaderEvents, ReadingPlace } from './reader-contract.ts';
import { ReaderView } from './reader-view.ts';
import './reader.css';

export interface ReaderProps {
  readonly project: OpenProject;
  readonly source: Source;
  readonly appearance: Appearance;
  /** Under the first the place in this text is remembered; the others are asked where it has none. */
  readonly placeKeys: readonly string[];
  /** In CSS pixels. */
  readonly textSize: number;
  /** What stands beneath the heading: outlet, date, counts. */
  readonly byline: string;
  /** What the reader of the file had to say about it. */
  readonly remarks: ReactNode;
  readonly events: Pick<
    ReaderEvents,
    'onCaret' | 'onPoint' | 'onChooseCoding' | 'onChooseMarks' | 'onListCodings' | 'onResizeCoding' | 'onDropCode'
  >;
  /** The view as soon as it shows something. */
  readonly onView: (view: ReaderView) => void;
  readonly onGone: (view: ReaderView) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFailure: (error: unknown) => void;
  readonly onContextMenu: (event: { clientX: number; clientY: number }) => void;
}

/** The reading page. React renders the empty page once; the text, the highlights and the caret belong to `ReaderView`. */
export function Reader(props: ReaderProps): ReactNode {
  const { project, source, appearance, textSize, byline } = props;
  const { t } = useTranslation('reader');
  const keysId = useId();
  const readerId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const stripes = useRef<HTMLDivElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const caret = useRef<HTMLDivElement>(null);
  const portrait = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const edges = useRef<HTMLDivElement>(null);
  const snapping = useRef(false);
  const [edgeNews, setEdgeNews] = useState<EdgeNews | null>(null);
  const { isMac } = useCommandCenter();
  const view = useRef<ReaderView | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  // Of layout, since it is still there to be measured when it is taken away.
  useLayoutEffect(() => {
    let isGone = false;
    const { placeKeys } = latest.current;
    const remember = (place: ReadingPlace): void => {
      const [key] = placeKeys;
      if (key && !project.isReadOnly) saveViewState(project.database, key, place).catch(() => undefined);
    };
    const open = async (): Promise<void> => {
      const [doc, place] = await Promise.all([
        project.loadSource(source.id),
        loadPlace(project, placeKeys),
        // Lines are measured to guess heights: with another font they would all be wrong.
        document.fonts.load('400 17px "Source Serif 4 Variable"'),
      ]);
      const parts = [scroller, host, above, below, stripes, marks, caret, portrait, canvas, box];
      if (isGone || parts.some(({ current }) => current === null)) return;
      view.current = new ReaderView(
        { id: source.id, doc, codings: project.codingsOf(source.id) },
        {
          scroller: scroller.current as HTMLElement,
          host: host.current as HTMLElement,
          above: above.current as HTMLElement,
          below: below.current as HTMLElement,
          stripes: stripes.current as HTMLElement,
          marks: marks.current as HTMLElement,
          portrait: {
            frame: portrait.current as HTMLElement,
            canvas: canvas.current as HTMLCanvasElement,
            window: box.current as HTMLElement,
          },
          caret: caret.current as HTMLElement,
          edges: edges.current as HTMLElement,
        },
        {
          appearance: latest.current.appearance,
          nameOf: (codeId) => project.codes.get(codeId)?.name ?? '',
          place,
          isReadOnly: project.isReadOnly,
          events: {
            onCaret: (moved) => latest.current.events.onCaret(moved),
            onPoint: (coding) => latest.current.events.onPoint(coding),
            onChooseCoding: (coding) => latest.current.events.onChooseCoding(coding),
            onListCodings: (codings, at) => latest.current.events.onListCodings(codings, at),
            onChooseMarks: (chosen, at) => latest.current.events.onChooseMarks(chosen, at),
            onResizeCoding: (coding, span) => latest.current.events.onResizeCoding(coding, span),
            onDropCode: (codeId, span) => latest.current.events.onDropCode(codeId, span),
            onEdge: setEdgeNews,
            onPlace: remember,
          },
        },
      );
      view.current.pointer.isSnappingToWords = snapping.current;
      latest.current.onView(view.current);
      performance.mark('reader-painted');
    };
    open().catch((error: unknown) => latest.current.onFailure(error));
    return () => {
      isGone = true;
      if (view.current) {
        remember(view.current.place());
        latest.current.onGone(view.current);
      }
      view.current?.destroy();
      view.current = null;
    };
  }, [project, source.id]);

  useEffect(() => {
    view.current?.restyle(appearance);
  }, [appearance]);

  const { readerFont, readerMeasure, readerLineHeight, isFocusMode } = useSettings().settings;
  useLayoutEffect(() => {
    const set = (): void => {
      const element = scroller.current;
      if (!element) return;
      element.style.setProperty('--read-size', `${textSize}px`);
      element.style.setProperty('--read-measure', `${readerMeasure}px`);
      element.style.setProperty('--read-leading', String(readerLineHeight));
      element.dataset['face'] = readerFont;
    };
    if (view.current) view.current.reflow(set);
    else set();
  }, [textSize, readerFont, readerMeasure, readerLineHeight]);

  const { isSnappingToWords } = useSettings().settings;
  useEffect(() => {
    snapping.current = isSnappingToWords;
    if (view.current) view.current.pointer.isSnappingToWords = isSnappingToWords;
  }, [isSnappingToWords]);

  useEffect(() => {
    // Native, not React's: keys must be dealt with before the browser moves its own selection.
    const listener = (event: KeyboardEvent): void => {
      if (view.current && moveEdgeByKey(view.current, event, isMac)) event.preventDefault();
      else latest.current.onKeyDown(event);
    };
    const element = host.current;
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, [isMac]);

  return (
    <div className="reader-frame" data-focus-mode={isFocusMode || undefined}>
      <div className="reader" ref={scroller} data-testid="reader" id={readerId}>
        <article className="page">
          <header className="page-head">
            <h1>{source.name}</h1>
            <p className="page-byline">{byline}</p>
            {props.remarks}
          </header>
          <div className="page-body">
            <div ref={above} aria-hidden />
            <div
              ref={host}
              className="page-text"
              role="textbox"
              aria-readonly
              aria-multiline
              aria-label={t('textLabel', { name: source.name })}
              aria-describedby={keysId}
              tabIndex={0}
              onContextMenu={(event) => {
                event.preventDefault();
                props.onContextMenu(event);
              }}
            />
            <div ref={below} aria-hidden />
            <div ref={stripes} className="stripe-layer" aria-hidden />
            <div ref={marks} className="mark-layer" aria-hidden />
            <div ref={caret} className="reader-caret" aria-hidden hidden />
            <div ref={edges} className="reader-edges" aria-hidden />
          </div>
        </article>
        <EdgeNote news={edgeNews} nameOf={({ coding }) => (coding && project.codes.get(coding.codeId)?.name) ?? ''} />
        <p id={keysId} hidden>
          {t('keysHint')}
        </p>
      </div>
      <div
        ref={portrait}
        className="portrait"
        role="scrollbar"
        aria-label={t('portrait')}
        aria-controls={readerId}
        aria-orientation="vertical"
        aria-valuenow={0}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <canvas ref={canvas} aria-hidden />
        <div ref={box} className="portrait-window" />
      </div>
    </div>
  );
}

/** The first place that was remembered under one of the keys. */
async function loadPlace(project: OpenProject, keys: readonly string[]): Promise<ReadingPlace | null> {
  const stored = await Promise.all(keys.map((key) => loadViewState(project.database, key)));
  return stored.map(readPlace).find((place) => place !== null) ?? null;
}
