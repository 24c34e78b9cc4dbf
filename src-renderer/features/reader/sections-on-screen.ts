import { firstWhere } from './first-where.ts';
import type { SectionHeights } from './section-heights.ts';

/** The sections in the page, `[first, end)` of all, and the spacers above and below that stand for the others. */
export interface FilledPage {
  readonly scroller: HTMLElement;
  readonly host: HTMLElement;
  readonly above: HTMLElement;
  readonly below: HTMLElement;
  readonly first: number;
  readonly end: number;
  readonly sectionCount: number;
  readonly heights: SectionHeights;
}

/** What is to be filled, and where the spacers end and begin, in CSS pixels of the window. */
interface Stretch {
  readonly top: number;
  readonly bottom: number;
  readonly aboveBottom: number;
  readonly belowTop: number;
}

/** The first and the last section on screen and a screenful around it; guessed where spacers stand for them. */
export function sectionsOnScreen(page: FilledPage): [from: number, to: number] {
  const view = page.scroller.getBoundingClientRect();
  const aboveBottom = page.above.getBoundingClientRect().bottom;
  const belowTop = page.below.getBoundingClientRect().top;
  // A screenful more than is visible, so that nothing blank comes in while scrolling.
  const stretch = { top: view.top - view.height, bottom: view.bottom + view.height, aboveBottom, belowTop };
  if (aboveBottom > stretch.bottom || belowTop < stretch.top) return guessedFarAway(page, stretch);
  const isFilled = aboveBottom <= stretch.top && belowTop >= stretch.bottom;
  return isFilled ? filledBetween(page, stretch) : guessedBetween(page, stretch);
}

function filledBetween({ host, first, end }: FilledPage, { top, bottom }: Stretch): [number, number] {
  const { children } = host;
  const from = firstWhere(children.length, (at) => (children[at]?.getBoundingClientRect().bottom ?? 0) > top);
  const beyond = firstWhere(children.length, (at) => (children[at]?.getBoundingClientRect().top ?? 0) >= bottom);
  if (from === children.length || beyond === 0) return [first, Math.max(first, end - 1)];
  return [first + from, first + beyond - 1];
}

function guessedBetween(page: FilledPage, stretch: Stretch): [number, number] {
  const { first, end, sectionCount, heights } = page;
  const { top, bottom, aboveBottom, belowTop } = stretch;
  let [from, to] = filledBetween(page, stretch);
  if (aboveBottom > top) {
    from = first;
    for (let y = aboveBottom; from > 0 && y > top; from--) y -= heights.of(from - 1);
  }
  if (belowTop < bottom) {
    to = Math.max(first, end - 1);
    for (let y = belowTop; to + 1 < sectionCount && y < bottom; to++) y += heights.of(to + 1);
  }
  return [from, to];
}

/** The view is wholly over a spacer: a long jump, which begins afresh. */
function guessedFarAway({ above, end, sectionCount, heights }: FilledPage, stretch: Stretch): [number, number] {
  const { top, bottom, aboveBottom, belowTop } = stretch;
  const isAbove = aboveBottom > bottom;
  let y = isAbove ? above.getBoundingClientRect().top : belowTop;
  let from = isAbove ? 0 : end;
  while (from < sectionCount - 1 && y + heights.of(from) < top) y += heights.of(from++);
  let to = from;
  while (to < sectionCount - 1 && y < bottom) y += heights.of(to++);
  return [from, to];
}
