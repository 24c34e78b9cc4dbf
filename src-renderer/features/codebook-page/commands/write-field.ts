import type { CodebookProblem } from '#domain/codebook/refusal.ts';
import type { Writing } from '#features/codebook-page/writings.ts';
import type { OpenProject } from '#storage/open-project.ts';

const SAVE_AFTER_MS = 400;

/**
 * Saves a text of the page while it is being written: when the keys rest, and at once when asked. One save after the other, each
 * with what is written by then. All typing in one field is one step.
 */
export class FieldWriter {
  readonly #project: OpenProject;
  readonly #writing: Writing;
  readonly #onProblem: (problem: CodebookProblem | null) => void;
  #problem: CodebookProblem | null = null;
  #text: string | null = null;
  #written: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #savesUnderWay = 0;
  #saving: Promise<void> = Promise.resolve();

  constructor(project: OpenProject, writing: Writing, onProblem: (problem: CodebookProblem | null) => void) {
    this.#project = project;
    this.#writing = writing;
    this.#onProblem = onProblem;
    this.#written = writing.read(project) ?? '';
  }

  changed(text: string): void {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), SAVE_AFTER_MS);
  }

  /** Why the last of what was written could not be taken; null when it was. */
  get problem(): CodebookProblem | null {
    return this.#problem;
  }

  get hasUnsaved(): boolean {
    return this.#text !== null || this.#savesUnderWay > 0;
  }

  /** Whether a text is the one we wrote last: another one has come from elsewhere, by undo for instance. */
  isOurs(text: string): boolean {
    return this.hasUnsaved || text === this.#written;
  }

  adopt(text: string): void {
    this.#written = text;
  }

  /** Saves now what has not been saved. Never rejects: a failure is told by the project's save state, which keeps the change. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    const text = this.#text;
    if (text === null) return this.#saving;
    this.#text = null;
    this.#savesUnderWay++;
    this.#saving = this.#saving
      .then(() => this.#save(text))
      .catch(() => undefined)
      .finally(() => this.#savesUnderWay--);
    return this.#saving;
  }

  async #save(text: string): Promise<void> {
    const outcome = this.#writing.plan(this.#project, text);
    this.#problem = outcome.ok ? null : outcome.problem;
    this.#onProblem(this.#problem);
    if (!outcome.ok) return;
    this.#written = outcome.value.written;
    await this.#project.commit(outcome.value.change, { label: this.#writing.label, policy: 'joins-previous' });
  }
}
