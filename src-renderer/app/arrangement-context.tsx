import { createContext, use, type ReactNode } from 'react';
import type { OpenProject } from '#storage/open-project.ts';
import { loadViewState, saveViewState } from '#storage/view-state.ts';
import { readArrangement, type Arrangement } from './arrangement.ts';

const KEY = 'arrangement';

/** Remembers how the workbench is arranged. Rendered from where it is needed: writing a size down renders nothing. */
export class RememberedArrangement {
  readonly #project: OpenProject;
  #value: Arrangement;

  constructor(project: OpenProject, value: Arrangement) {
    this.#project = project;
    this.#value = value;
  }

  static async load(project: OpenProject): Promise<RememberedArrangement> {
    const stored = await loadViewState(project.database, KEY).catch(() => undefined);
    return new RememberedArrangement(project, readArrangement(stored));
  }

  get value(): Arrangement {
    return this.#value;
  }

  change(changes: Partial<Arrangement>): void {
    this.#value = { ...this.#value, ...changes };
    if (!this.#project.isReadOnly) saveViewState(this.#project.database, KEY, this.#value).catch(() => undefined);
  }
}

const ArrangementContext = createContext<RememberedArrangement | null>(null);

export function ArrangementProvider(props: { arrangement: RememberedArrangement; children: ReactNode }): ReactNode {
  return <ArrangementContext value={props.arrangement}>{props.children}</ArrangementContext>;
}

export function useArrangement(): RememberedArrangement {
  const arrangement = use(ArrangementContext);
  if (!arrangement) throw new Error('useArrangement needs an ArrangementProvider around it');
  return arrangement;
}
