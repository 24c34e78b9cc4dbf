import { isSidePanelId, type SidePanelId } from './SidePanels.tsx';

export type CentrePlace = 'text' | 'codebook';

/** How someone has arranged the workbench of a project: sizes, and what is to be seen. */
export interface Arrangement {
  /** In CSS pixels. */
  readonly leftWidth: number;
  readonly rightWidth: number;
  /** In percent of the left side's height. */
  readonly sourcesShare: number;
  /** Of two texts the first one's share, in percent. */
  readonly firstTextShare: number;
  readonly panel: SidePanelId;
  readonly isLeftOpen: boolean;
  readonly isRightOpen: boolean;
  /** Beside the codebook, which has its quotations at its own side. */
  readonly isRightBesideCodebookOpen: boolean;
  /** What stands in the middle. */
  readonly place: CentrePlace;
  /** In a narrow window, where the sides lie over the page. */
  readonly isLeftDrawerOpen: boolean;
  readonly isRightDrawerOpen: boolean;
}

export const widths = {
  left: { normal: 264, least: 190, most: 460 },
  right: { normal: 296, least: 220, most: 520 },
} as const;

/** What was stored as far as it can be used; the rest as on the first day. */
export function readArrangement(stored: unknown): Arrangement {
  const from = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const number = (key: keyof Arrangement, normal: number, least: number, most: number): number => {
    const value = from[key];
    return typeof value === 'number' && Number.isFinite(value) ? Math.max(least, Math.min(most, value)) : normal;
  };
  const flag = (key: keyof Arrangement, normal: boolean): boolean => {
    const value = from[key];
    return typeof value === 'boolean' ? value : normal;
  };
  const { left, right } = widths;
  return {
    leftWidth: number('leftWidth', left.normal, left.least, left.most),
    rightWidth: number('rightWidth', right.normal, right.least, right.most),
    sourcesShare: number('sourcesShare', 47, 10, 90),
    firstTextShare: number('firstTextShare', 50, 15, 85),
    panel: isSidePanelId(from.panel) ? from.panel : 'passage',
    isLeftOpen: flag('isLeftOpen', true),
    isRightOpen: flag('isRightOpen', true),
    isRightBesideCodebookOpen: flag('isRightBesideCodebookOpen', false),
    place: from.place === 'codebook' ? 'codebook' : 'text',
    isLeftDrawerOpen: flag('isLeftDrawerOpen', false),
    isRightDrawerOpen: flag('isRightDrawerOpen', false),
  };
}
