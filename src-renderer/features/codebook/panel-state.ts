import { useSyncExternalStore } from 'react';
import { withAncestors, type CodeOrder } from '#domain/codebook/code-lines.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId, CodeSetId } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { loadViewState, saveViewState } from '#storage/view-state.ts';

/** How the codes are looked at. Nothing of it changes the codebook. */
export interface PanelView {
  readonly selected: ReadonlySet<CodeId>;
  /** The code the keyboard is on. */
  readonly focused: CodeId | null;
  /** Where a selection by Shift begins. */
  readonly anchor: CodeId | null;
  readonly collapsed: ReadonlySet<CodeId>;
  readonly order: CodeOrder;
  /** Whether a count holds the codings of the sub-codes too. */
  readonly isCountingBelow: boolean;
  /** Only the codes of this set are shown. */
  readonly setId: CodeSetId | null;
  /** Null while the field is not there. */
  readonly query: string | null;
  /** Grows when the field is to have the keyboard. */
  readonly asked: number;
}

const KEY = 'codePanel';
const orders: readonly unknown[] = ['codebook', 'name', 'codings'];

/** One for a project, kept when the panel is closed; what is worth it is remembered from one day to the next. */
export class PanelState {
  readonly #project: OpenProject;
  readonly #listeners = new Set<() => void>();
  #view: PanelView = {
    selected: new Set(),
    focused: null,
    anchor: null,
    collapsed: new Set(),
    order: 'codebook',
    isCountingBelow: true,
    setId: null,
    query: null,
    asked: 0,
  };

  constructor(project: OpenProject) {
    this.#project = project;
    project.subscribe((change) => {
      if (change?.codes?.removed || change?.codeSets?.removed) this.#forgetGone();
    });
    this.#recall().catch(() => undefined);
  }

  readonly snapshot = (): PanelView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(changes: Partial<PanelView>): void {
    const before = this.#view;
    this.#view = { ...before, ...changes };
    for (const listener of this.#listeners) listener();
    const { collapsed, order, isCountingBelow } = this.#view;
    const isSame =
      collapsed === before.collapsed && order === before.order && isCountingBelow === before.isCountingBelow;
    if (isSame || this.#project.isReadOnly) return;
    const worth = { collapsed: [...collapsed], order, isCountingBelow };
    saveViewState(this.#project.database, KEY, worth).catch(() => undefined);
  }

  /** Only this code. */
  select(id: CodeId): void {
    this.change({ selected: new Set([id]), focused: id, anchor: id });
  }

  /** Opens what is closed above codes, so that they have rows. */
  openAbove(tree: CodeTree, ids: Iterable<CodeId>): void {
    const { collapsed } = this.#view;
    const open = [...withAncestors(tree, new Set([...ids].flatMap((id) => tree.parentOf(id) ?? [])))];
    if (open.some((id) => collapsed.has(id))) {
      this.change({ collapsed: new Set([...collapsed].filter((id) => !open.includes(id))) });
    }
  }

  openFilter(): void {
    this.change({ query: this.#view.query ?? '', asked: this.#view.asked + 1 });
  }

  /** What is gone, by whatever way, is marked no longer; where undo brings it back it is a code like others. */
  #forgetGone(): void {
    const { codes, codeSets } = this.#project;
    const { selected, anchor, setId } = this.#view;
    const left = new Set([...selected].filter((id) => codes.has(id)));
    this.change({
      ...(left.size < selected.size && { selected: left }),
      ...(anchor && !codes.has(anchor) && { anchor: null }),
      ...(setId && !codeSets.has(setId) && { setId: null }),
    });
  }

  async #recall(): Promise<void> {
    const stored = await loadViewState(this.#project.database, KEY);
    if (typeof stored !== 'object' || stored === null) return;
    const { collapsed, order, isCountingBelow } = stored as Record<string, unknown>;
    this.change({
      ...(Array.isArray(collapsed) && { collapsed: new Set(collapsed as CodeId[]) }),
      ...(orders.includes(order) && { order: order as CodeOrder }),
      ...(typeof isCountingBelow === 'boolean' && { isCountingBelow }),
    });
  }
}

const states = new WeakMap<OpenProject, PanelState>();

export function panelOf(project: OpenProject): PanelState {
  let state = states.get(project);
  if (!state) states.set(project, (state = new PanelState(project)));
  return state;
}

/** Has the code tree stand on a code that somebody is at elsewhere. */
export function showInTree(project: OpenProject, id: CodeId): void {
  const panel = panelOf(project);
  if (panel.snapshot().focused !== id) panel.select(id);
}

export function usePanelView(): PanelView {
  const state = panelOf(useProject());
  return useSyncExternalStore(state.subscribe, state.snapshot);
}
