import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { useCodebookFacts } from './codebook-facts.ts';
import { EntryView, type EntryActions } from './EntryView.tsx';
import { GoToCode, useFollowLink, useGoToCode } from './go-to-code.ts';
import { PageTitle } from './PageTitle.tsx';
import { useCodeAtHand } from './use-code-at-hand.ts';

/** Where one was on the page, for when one comes back: the place, and the heights that were measured. */
const places = new WeakMap<OpenProject, { readonly offset: number; readonly measured: VirtualItem[] }>();

const ESTIMATED_HEIGHT = 150;
const ESTIMATED_GROUP = 92;

/** All codes; only those in view exist, and the one at hand. */
export function Entries({ tree, actions }: { tree: CodeTree; actions: EntryActions }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebookPage');
  const allFacts = useCodebookFacts();
  const facts = useProjectValue(({ areCodingsComplete }) => areCodingsComplete) ? allFacts : null;
  const frame = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLElement>(null);
  const [titleHeight, setTitleHeight] = useState(0);
  const { at, now, hold } = useCodeAtHand(tree);
  const goToCode = useGoToCode();
  const followLink = useFollowLink();
  const back = places.get(project);
  const hasGroups = useMemo(() => tree.roots.some(({ id }) => tree.childrenOf(id).length > 0), [tree]);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtualizer = useVirtualizer({
    count: tree.rows.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => (isGroup(tree, index) ? ESTIMATED_GROUP : ESTIMATED_HEIGHT),
    getItemKey: (index) => tree.rows[index]?.code.id ?? index,
    // The code at hand stays, whatever is scrolled: the focus is in it, or words being written. Those above stay for the headings' sake.
    rangeExtractor: (range) => {
      const seen = [...defaultRangeExtractor(range), at];
      return [...new Set([...around(tree, seen[0] ?? 0), ...around(tree, at), ...seen])].sort((a, b) => a - b);
    },
    overscan: 3,
    scrollMargin: titleHeight,
    ...(back && { initialOffset: back.offset, initialMeasurementsCache: back.measured }),
  });
  useLayoutEffect(() => {
    const element = title.current;
    if (!element) return undefined;
    const measure = (): void => setTitleHeight(element.offsetHeight);
    measure();
    // The introduction is written in it.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(
    () => () => {
      places.set(project, { offset: virtualizer.scrollOffset ?? 0, measured: virtualizer.measurementsCache });
    },
    [project, virtualizer],
  );

  // Gone to by whomever, by keys here or in the code tree: it comes into view.
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    if (at === 0) virtualizer.scrollToOffset(0);
    else virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [virtualizer, at]);

  // The keys' focus goes along: pressed quickly, Escape in the code tree comes to the entry of the frame before.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (!focused?.matches('.codebook-entry:not([data-at-hand])') || !frame.current?.contains(focused)) return;
    frame.current.querySelector<HTMLElement>('.codebook-entry[data-at-hand]')?.focus({ preventScroll: true });
  }, [at]);

  const goTo = (index: number): void => {
    const code = tree.rows[index]?.code;
    if (code) goToCode(code.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const last = tree.rows.length - 1;
    const next = { ArrowDown: now() + 1, ArrowUp: now() - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    goTo(Math.max(0, Math.min(last, next)));
  };
  const holdAt = ({ target }: { readonly target: EventTarget }): void => {
    const entry = target instanceof Element ? target.closest('.codebook-entry') : null;
    const id = entry?.getAttribute('data-code-id');
    if (id) {
      // What is clicked into is in view: nothing is to move under the pointer.
      shown.current = tree.rows.findIndex(({ code }) => code.id === id);
      hold(id as CodeId);
    }
  };
  return (
    <div className="codebook-scroll" ref={frame}>
      <GoToCode value={followLink}>
        <div className="codebook-sheet">
          <PageTitle ref={title} tree={tree} facts={facts} />
          <div
            role="feed"
            aria-label={t('codes')}
            className="codebook-entries"
            data-grouped={hasGroups || undefined}
            style={{ height: virtualizer.getTotalSize() }}
            onKeyDown={onKeyDown}
            onPointerDown={holdAt}
          >
            {virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const row = tree.rows[index];
              return (
                row && (
                  <div
                    key={key}
                    className="codebook-slot"
                    ref={virtualizer.measureElement}
                    data-index={index}
                    style={{ transform: `translateY(${start - titleHeight}px)` }}
                  >
                    <EntryView
                      code={row.code}
                      depth={row.depth}
                      tree={tree}
                      facts={facts}
                      isAtHand={index === at}
                      index={index}
                      actions={actions}
                    />
                  </div>
                )
              );
            })}
          </div>
        </div>
      </GoToCode>
    </div>
  );
}

/** The codes above the one in a row, nearest first: without them its heading would skip levels. */
function around(tree: CodeTree, row: number): number[] {
  const above: number[] = [];
  let depth = tree.rows[row]?.depth ?? 0;
  for (let index = row - 1; index >= 0 && depth > 0; index--) {
    const other = tree.rows[index];
    if (!other || other.depth >= depth) continue;
    above.push(index);
    depth = other.depth;
  }
  return above;
}

function isGroup(tree: CodeTree, index: number): boolean {
  const code = tree.rows[index]?.code;
  return code !== undefined && tree.childrenOf(code.id).length > 0;
}
