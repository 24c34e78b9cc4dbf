import { commandIds, commandList, type CommandId } from './command-list.ts';
import { isChord } from './key-chord.ts';
import { refusalOf } from './reserved-keys.ts';

/** The keys a person has chosen in place of ours, by command; an empty list is no key at all. */
export type ChosenKeys = Readonly<Record<string, readonly string[]>>;
/** Every command with the keys it has now. */
export type KeysNow = ReadonlyMap<CommandId, readonly string[]>;

/** The keys a command comes with. */
export function ownKeysOf(id: CommandId, isMac: boolean): readonly string[] {
  const { keys, onMac } = commandList[id];
  return (isMac ? onMac : undefined) ?? keys;
}

/**
 * What of a settings file can be used: known commands, chords that can be pressed and are nobody else's. A file may be older
 * or newer than the table, or written by hand.
 */
export function usableKeys(stored: ChosenKeys, isMac: boolean): ChosenKeys {
  const taken = new Set<string>();
  const usable: Record<string, string[]> = {};
  for (const id of commandIds) {
    const keys = stored[id]?.filter((key) => isChord(key) && !refusalOf(key, commandList[id].scope, isMac));
    if (!keys) continue;
    // A list of nothing but rubbish says nothing; only an empty one says no key.
    if (keys.length === 0 && stored[id]?.length !== 0) continue;
    usable[id] = [...new Set(keys)].filter((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
  }
  return usable;
}

/** What is chosen counts; a command that nobody chose keys for goes without those that were given to another. */
export function keysNow(chosen: ChosenKeys, isMac: boolean): KeysNow {
  const given = new Set(Object.values(chosen).flat());
  return new Map(
    commandIds.map((id) => [id, chosen[id] ?? ownKeysOf(id, isMac).filter((key) => !given.has(key))] as const),
  );
}

/** The other commands that a key press, in any of its readings, belongs to now. */
export function holdersOf(readings: readonly string[], now: KeysNow, except: CommandId): CommandId[] {
  return commandIds.filter((id) => id !== except && now.get(id)?.some((key) => readings.includes(key)));
}

/**
 * Gives a command these keys, and takes them from whoever had them; what only says again what we ship is forgotten.
 * @param readings also taken from the others: what else the same key press could mean
 */
export function withKeys(
  chosen: ChosenKeys,
  id: CommandId,
  keys: readonly string[],
  isMac: boolean,
  readings: readonly string[] = [],
): ChosenKeys {
  const taken = new Set([...keys, ...readings]);
  const next = [...keysNow(chosen, isMac)].map(([each, held]): [CommandId, readonly string[]] =>
    each === id ? [each, [...new Set(keys)]] : [each, held.filter((key) => !taken.has(key))],
  );
  return Object.fromEntries(next.filter(([each, held]) => !isSame(held, ownKeysOf(each, isMac))));
}

/** As it came, taking its keys back from whoever has them now. */
export function withOwnKeys(chosen: ChosenKeys, id: CommandId, isMac: boolean): ChosenKeys {
  return withKeys(chosen, id, ownKeysOf(id, isMac), isMac);
}

export function hasOwnKeys(id: CommandId, now: KeysNow, isMac: boolean): boolean {
  return isSame(now.get(id) ?? [], ownKeysOf(id, isMac));
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, at) => key === others[at]);
}
