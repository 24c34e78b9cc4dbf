import type { FamilyChange } from '#domain/history/change.ts';
import type { Code, CodeId } from '#domain/project/records.ts';

/** Collects edits of existing codes, several of one code becoming one, and gives them as a change. */
export class CodeEdits {
  readonly #edited = new Map<CodeId, readonly [from: Code, to: Code]>();

  edit(code: Code, fields: Partial<Code>): void {
    const [from, to] = this.#edited.get(code.id) ?? [code, code];
    this.#edited.set(code.id, [from, { ...to, ...fields }]);
  }

  /** For what leaves fields out. */
  rewrite(code: Code, write: (code: Code) => Code): void {
    const [from, to] = this.#edited.get(code.id) ?? [code, code];
    this.#edited.set(code.id, [from, write(to)]);
  }

  /** Gives the codes among `codes` their new positions. Being shifted is no edit of a code: `modifiedAt` stays. */
  place(codes: Iterable<Code>, positions: ReadonlyMap<CodeId, number>): void {
    for (const code of codes) {
      const position = positions.get(code.id);
      if (position !== undefined) this.edit(code, { position });
    }
  }

  /** A shortcut belongs to one code: takes it from whoever among `codes` has it. */
  freeShortcut(codes: Iterable<Code>, shortcut: string, now: string): void {
    if (shortcut === '') return;
    for (const code of codes) if (code.shortcut === shortcut) this.edit(code, { shortcut: '', modifiedAt: now });
  }

  /** The `updated` part of a change, or nothing. */
  toUpdates(): Pick<FamilyChange<Code>, 'updated'> {
    const updated = [...this.#edited.values()];
    return updated.length > 0 ? { updated } : {};
  }
}

/** The fields that would really change, or null. What is absent and what is empty are the same: nobody has written it. */
export function differenceTo(code: Code, fields: Partial<Code>): Partial<Code> | null {
  const entries = Object.entries(fields).filter(([field, value]) => !isSame(code[field as keyof Code], value));
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

function isSame(before: unknown, after: unknown): boolean {
  if (Array.isArray(before ?? after)) return JSON.stringify(before ?? []) === JSON.stringify(after ?? []);
  return before === after || (isUnwritten(before) && isUnwritten(after));
}

function isUnwritten(value: unknown): boolean {
  return value === undefined || value === '';
}
