import { rmSync } from 'node:fs';
import { type Socket, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { ExitCode, Output } from './command-runner.ts';
import { type OwnerReply, type OwnerRequest, parseLine, requestSchema } from './owner-messages.ts';

type CommandRequest = Extract<OwnerRequest, { kind: 'command' }>;

export interface Owner {
  readonly run: (request: CommandRequest, output: Output) => Promise<ExitCode>;
  /** False from an owner without a window: whoever asks waits until it has ended. */
  readonly offer: (paths: readonly string[]) => boolean;
}

/** Waits while the other side is slow to take in what it was sent. Resolves, too, when it has gone. */
function send(socket: Socket, reply: OwnerReply): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.write(`${JSON.stringify(reply)}\n`, () => resolve());
  });
}

async function serve(socket: Socket, owner: Owner): Promise<void> {
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const first = await lines.next();
  const request = first.done === true ? null : parseLine(requestSchema, first.value);
  if (request === null) return;
  if (request.kind === 'open') return send(socket, { isAccepted: owner.offer(request.paths) });
  // Started before it is accepted: an owner about to end must know of it by then.
  const output: Output = { write: (stream, text) => send(socket, { stream, text }) };
  const ended = owner.run(request, output);
  await send(socket, { isAccepted: true });
  await send(socket, { exitCode: await ended });
}

/** Answers processes that found the data folder taken by us. Returns how to stop. */
export function serveOwnerSocket(address: string, owner: Owner): () => void {
  const isFile = process.platform !== 'win32';
  // Whoever left it is gone: we hold the lock on the data folder.
  if (isFile) rmSync(address, { force: true });
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    void serve(socket, owner).finally(() => socket.end());
  });
  // Without a socket the app still works; only commands beside it are refused as `dataFolderBusy`.
  server.on('error', () => server.close());
  server.listen(address);
  server.unref();
  return () => {
    server.close();
    if (isFile) rmSync(address, { force: true });
  };
}
