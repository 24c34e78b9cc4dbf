import { createMemo, isBlank, updateMemo, type MemoFields } from '#domain/memos/change-memos.ts';
import type { Memo, MemoId, MemoSubject } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { subjectName } from './thing-names.ts';

const SAVE_AFTER_MS = 400;

/**
 * Saves a memo while it is being written: when the keys rest, and at once when asked. A new memo comes to be with its first
 * words. One save after the other, each with what is written by then, so nothing overtakes anything.
 */
export class MemoWriter {
  readonly #project: OpenProject;
  readonly #id: MemoId;
  readonly #subject: MemoSubject;
  /** Asked for what is written whenever it is saved. */
  readonly #read: () => MemoFields;
  /** What we handed over last; null before the memo came to be. */
  #written: Memo | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;
  #savesUnderWay = 0;
  #saving: Promise<void> = Promise.resolve();

  constructor(project: OpenProject, memo: { id: MemoId; subject: MemoSubject }, read: () => MemoFields) {
    this.#project = project;
    this.#id = memo.id;
    this.#subject = memo.subject;
    this.#read = read;
    this.#written = project.memos.get(memo.id) ?? null;
  }

  changed(): void {
    this.#isDirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), SAVE_AFTER_MS);
  }

  /** Saves now what has not been saved. Never rejects: a failure is told by the project's save state, which keeps the change. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#isDirty) return this.#saving;
    this.#isDirty = false;
    const fields = this.#read();
    this.#savesUnderWay++;
    this.#saving = this.#saving
      .then(() => this.#save(fields))
      .catch(() => undefined)
      .finally(() => this.#savesUnderWay--);
    return this.#saving;
  }

  get hasUnsaved(): boolean {
    return this.#isDirty || this.#savesUnderWay > 0;
  }

  /** Whether a memo is as we wrote it: what differs has been changed elsewhere, by undo for instance. */
  isOurs(memo: Memo): boolean {
    return memo.body === this.#written?.body && memo.title === this.#written.title && memo.type === this.#written.type;
  }

  /** Goes on from a memo that was changed elsewhere. */
  adopt(memo: Memo): void {
    clearTimeout(this.#timer);
    this.#isDirty = false;
    this.#written = memo;
  }

  async #save(fields: MemoFields): Promise<void> {
    const { environment, coderId } = this.#project;
    if (!this.#written) {
      if (isBlank(fields)) return;
      const change = createMemo({ id: this.#id, subject: this.#subject, createdBy: coderId, ...fields }, environment);
      this.#written = change.memos?.added?.[0] ?? null;
      await this.#commit(change);
      return;
    }
    // Not yet on disk after a failure, it is what we wrote; otherwise gone means that somebody removed it.
    const isWaiting = this.#project.saveState.kind === 'failed';
    const current = isWaiting ? this.#written : this.#project.memos.get(this.#id);
    if (!current) return;
    const change = updateMemo(current, fields, environment);
    this.#written = change.memos?.updated?.[0]?.[1] ?? current;
    await this.#commit(change);
  }

  /** All typing in one memo is one step, its beginning included. */
  #commit(change: Parameters<OpenProject['commit']>[0]): Promise<void> {
    const name = subjectName(this.#project, this.#subject);
    return this.#project.commit(change, {
      label: { key: 'memo', params: { name, id: this.#id } },
      policy: 'joins-previous',
    });
  }
}
