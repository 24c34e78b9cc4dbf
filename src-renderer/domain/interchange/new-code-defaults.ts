import { chooseInk } from '#domain/codebook/inks.ts';
import type { Code, CodeId } from '#domain/project/records.ts';

interface Group {
  readonly colors: Set<string>;
  lastPosition: number;
}

/** Gives new codes what a table does not say: the next ink and a place after their siblings. Counts along as codes are added. */
export class NewCodeDefaults {
  readonly #uses = new Map<string, number>();
  readonly #groups = new Map<CodeId | null, Group>();

  note({ parentId, color, position }: Pick<Code, 'parentId' | 'color' | 'position'>): void {
    this.#uses.set(color, (this.#uses.get(color) ?? 0) + 1);
    const group = this.#groupOf(parentId);
    group.colors.add(color);
    group.lastPosition = Math.max(group.lastPosition, Math.floor(position));
  }

  colorUnder(parentId: CodeId | null): string {
    return chooseInk(this.#uses, this.#groupOf(parentId).colors);
  }

  positionUnder(parentId: CodeId | null): number {
    return this.#groupOf(parentId).lastPosition + 1;
  }

  #groupOf(parentId: CodeId | null): Group {
    let group = this.#groups.get(parentId);
    if (!group) this.#groups.set(parentId, (group = { colors: new Set(), lastPosition: 0 }));
    return group;
  }
}
