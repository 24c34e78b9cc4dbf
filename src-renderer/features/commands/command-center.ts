import { keysNow, usableKeys, type ChosenKeys, type KeysNow } from './chosen-keys.ts';
import { commandList, type CommandDefinition, type CommandId } from './command-list.ts';
import { chordsOf, type PressedKey } from './key-chord.ts';

export interface CommandHandler {
  readonly run: () => void;
  /** False while it could not do anything: its key then does nothing, its entry is shown in grey. */
  readonly isEnabled: boolean;
}

/**
 * Where keys meet what they do. Parts of the screen say what they can do while they are there; keys, menus, the sheet and
 * the command palette ask here.
 */
export class CommandCenter {
  readonly isMac: boolean;
  readonly #handlers = new Map<CommandId, CommandHandler[]>();
  #keys: KeysNow = new Map();
  #byChord = new Map<string, CommandId[]>();
  readonly #listeners = new Set<() => void>();
  readonly #runListeners = new Set<(id: CommandId) => void>();

  constructor(isMac: boolean) {
    this.isMac = isMac;
    this.chooseKeys({});
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hears of every command that is run, by whatever way. */
  subscribeToRuns(listener: (id: CommandId) => void): () => void {
    this.#runListeners.add(listener);
    return () => this.#runListeners.delete(listener);
  }

  /** @param stored as the settings have them; what cannot be used of them is left aside */
  chooseKeys(stored: ChosenKeys): void {
    this.#keys = keysNow(usableKeys(stored, this.isMac), this.isMac);
    this.#byChord = new Map();
    for (const [id, keys] of this.#keys)
      for (const key of keys) this.#byChord.set(key, [...(this.#byChord.get(key) ?? []), id]);
    this.#announce();
  }

  /** Every command with the keys it has now; another map whenever they change. */
  get keys(): KeysNow {
    return this.#keys;
  }

  keysOf(id: CommandId): readonly string[] {
    return this.#keys.get(id) ?? [];
  }

  /** Says what a command does from now on; the latest to say so is asked first. Answers with how to take it back. */
  register(id: CommandId, handler: CommandHandler): () => void {
    this.#handlers.set(id, [...(this.#handlers.get(id) ?? []), handler]);
    this.#announce();
    return () => {
      this.#handlers.set(
        id,
        (this.#handlers.get(id) ?? []).filter((other) => other !== handler),
      );
      this.#announce();
    };
  }

  isEnabled(id: CommandId): boolean {
    return this.#handlerOf(id)?.isEnabled ?? false;
  }

  /** Answers whether there was anything to do. */
  run(id: CommandId): boolean {
    const handler = this.#handlerOf(id);
    if (!handler?.isEnabled) return false;
    handler.run();
    for (const listener of this.#runListeners) listener(id);
    return true;
  }

  /** The command a key press means in this scope, whether it can be done now or not; null when it means none. */
  commandFor(event: PressedKey, scope: CommandDefinition['scope']): CommandId | null {
    for (const chord of chordsOf(event, this.isMac)) {
      const id = this.#byChord.get(chord)?.find((candidate) => commandList[candidate].scope === scope);
      if (id) return id;
    }
    return null;
  }

  #handlerOf(id: CommandId): CommandHandler | undefined {
    return this.#handlers.get(id)?.at(-1);
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}
