import { isBlank, removeMemos } from '#domain/memos/change-memos.ts';
import type { MemoFilter } from '#domain/memos/memo-list.ts';
import type { Change } from '#domain/history/change.ts';
import type { Memo, MemoId, MemoSubject } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** The memo that is being read or written; not yet a record while nothing has been written in a new one. */
export interface OpenMemo {
  readonly id: MemoId;
  readonly subject: MemoSubject;
  /** Whether the keyboard goes into its text; counts up, so that it can be asked for again. */
  readonly focus: number;
}

export interface MemoDeskState {
  readonly open: OpenMemo | null;
  readonly filter: MemoFilter;
}

const everything: MemoFilter = { scope: 'project', types: [], kinds: [], authors: [], words: '', order: 'place' };

/** Which memo lies open, and which are listed. Renders nothing. */
export class MemoDesk {
  readonly #project: OpenProject;
  #state: MemoDeskState = { open: null, filter: everything };
  #shower: () => void = () => undefined;
  #isFocusWanted = false;
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;

  constructor(project: OpenProject) {
    this.#project = project;
    this.#unsubscribe = project.subscribe((change) => {
      const { open } = this.#state;
      if (open && change?.memos?.removed?.some(({ id }) => id === open.id)) this.#set({ open: null });
    });
  }

  dispose(): void {
    this.#unsubscribe();
    this.#listeners.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): MemoDeskState => this.#state;

  /** Lays a memo open; with the keyboard in it unless said otherwise. */
  open({ id, subject }: Memo, { isFocusing = true } = {}): void {
    const { open } = this.#state;
    const focus = (open?.focus ?? 0) + (isFocusing ? 1 : 0);
    if (open?.id === id && !isFocusing) return;
    this.#isFocusWanted = isFocusing;
    this.#set({ open: { id, subject, focus: open?.id === id || isFocusing ? focus : 0 } });
  }

  /** Begins a memo. It becomes a record with its first words. */
  begin(subject: MemoSubject): void {
    const id = this.#project.environment.newId() as MemoId;
    this.#isFocusWanted = true;
    this.#set({ open: { id, subject, focus: (this.#state.open?.focus ?? 0) + 1 } });
  }

  /** Whether the keyboard is to go into the memo: once each time it was asked for, not when the memo is merely shown again. */
  takeFocus(): boolean {
    const isWanted = this.#isFocusWanted;
    this.#isFocusWanted = false;
    return isWanted;
  }

  /** Brings the memos into view. */
  show(): void {
    this.#shower();
  }

  /** Whoever lays out the window says how memos are brought into view. */
  showWith(shower: () => void): void {
    this.#shower = shower;
  }

  close(): void {
    if (this.#state.open) this.#set({ open: null });
  }

  narrow(changes: Partial<MemoFilter>): void {
    this.#set({ filter: { ...this.#state.filter, ...changes } });
  }

  /** A memo that was left with nothing in it goes, as an empty sheet would. */
  async tidy(id: MemoId): Promise<void> {
    const memo = this.#project.memos.get(id);
    if (memo && isBlank(memo)) await this.remove(memo, '');
  }

  /** @param name what the step calls it */
  async remove(memo: Memo, name: string): Promise<Change> {
    const change = removeMemos([memo]);
    await this.#project.commit(change, { label: { key: 'removeMemo', params: { name } }, policy: 'undoable' });
    return change;
  }

  #set(changes: Partial<MemoDeskState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}
