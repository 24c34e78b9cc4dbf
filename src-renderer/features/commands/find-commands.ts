import { shortcutText } from '#ui/shortcut-text.ts';
import type { KeysNow } from './chosen-keys.ts';
import { commandGroups, commandIds, commandList, type CommandGroup, type CommandId } from './command-list.ts';

export interface FoundGroup {
  readonly group: CommandGroup;
  readonly ids: readonly CommandId[];
}

/** Commands by group, those only that have every word of the query in their name or their keys. */
export function findCommands(query: string, now: KeysNow, nameOf: (id: CommandId) => string): FoundGroup[] {
  return commandGroups.flatMap((group) => {
    const ids = commandIds.filter((id) => {
      if (commandList[id].group !== group) return false;
      const keys = (now.get(id) ?? []).map((key) => shortcutText(key)).join(' ');
      return hasWords(`${nameOf(id)} ${keys}`, query);
    });
    return ids.length > 0 ? [{ group, ids }] : [];
  });
}

/** Whether each word of the query stands in the text, in any order, case and accents aside. */
export function hasWords(text: string, query: string): boolean {
  const plain = withoutMarks(text);
  return withoutMarks(query)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
