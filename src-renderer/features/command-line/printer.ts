import { ask, bridge } from '#bridge/bridge.ts';

/** What a command says: data on stdout, one line a problem on stderr. */
export class Printer {
  readonly #commandId: string;

  constructor(commandId: string) {
    this.#commandId = commandId;
  }

  line(text: string): Promise<void> {
    return this.#print('stdout', `${text}\n`);
  }

  json(value: unknown): Promise<void> {
    return this.#print('stdout', `${JSON.stringify(value, null, 2)}\n`);
  }

  problem(text: string): Promise<void> {
    return this.#print('stderr', `${text.replace(/\s*\n\s*/g, ' ')}\n`);
  }

  async #print(stream: 'stdout' | 'stderr', text: string): Promise<void> {
    await ask(bridge().commandLine.print({ commandId: this.#commandId, stream, text }));
  }
}
