import { type Socket, connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { ExitCode, Output } from './command-runner.ts';
import { type OwnerRequest, parseLine, replySchema } from './owner-messages.ts';

/** How long an owner may take to begin to answer, and how long one may be starting or ending. */
const PATIENCE_MS = 5000;
const PAUSE_MS = 100;

export type HandedOver =
  | { readonly outcome: 'done'; readonly exitCode: ExitCode }
  /** Nobody is there, or it has no window to open paths in: the data folder may be free by now. */
  | { readonly outcome: 'try-again'; readonly isAnswering: boolean }
  /** It took the command on and went away in the middle. */
  | { readonly outcome: 'broken-off' };

function connectTo(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

async function firstConnection(addresses: readonly string[]): Promise<Socket | null> {
  for (const address of addresses) {
    const socket = await connectTo(address);
    if (socket !== null) return socket;
  }
  return null;
}

/** Asks the owner once. */
export async function handOver(
  addresses: readonly string[],
  request: OwnerRequest,
  output: Output,
): Promise<HandedOver> {
  const socket = await firstConnection(addresses);
  if (socket === null) return { outcome: 'try-again', isAnswering: false };
  socket.on('error', () => socket.destroy());
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  socket.write(`${JSON.stringify(request)}\n`);
  try {
    return await converse(socket, request, output);
  } finally {
    socket.destroy();
  }
}

async function converse(socket: Socket, request: OwnerRequest, output: Output): Promise<HandedOver> {
  let isAccepted = false;
  for await (const line of createInterface({ input: socket })) {
    const reply = parseLine(replySchema, line);
    if (reply === null) continue;
    if ('isAccepted' in reply) {
      if (!reply.isAccepted) return { outcome: 'try-again', isAnswering: true };
      if (request.kind === 'open') return { outcome: 'done', exitCode: 0 };
      isAccepted = true;
      // From here on the command takes the time it takes.
      socket.setTimeout(0);
    } else if ('exitCode' in reply) return { outcome: 'done', exitCode: reply.exitCode };
    else await output.write(reply.stream, reply.text);
  }
  return isAccepted ? { outcome: 'broken-off' } : { outcome: 'try-again', isAnswering: false };
}

interface Attempt {
  readonly takeOwnership: () => boolean;
  readonly addresses: readonly string[];
  readonly request: OwnerRequest;
  readonly output: Output;
}

/** Until the owner has done it, or has gone and we are the owner ourselves, or neither happens. */
export async function handOverOrOwn(attempt: Attempt): Promise<ExitCode | 'owner' | 'busy' | 'broken-off'> {
  let lastAnswer = Date.now();
  while (Date.now() - lastAnswer < PATIENCE_MS) {
    const handed = await handOver(attempt.addresses, attempt.request, attempt.output);
    if (handed.outcome === 'done') return handed.exitCode;
    if (handed.outcome === 'broken-off') return 'broken-off';
    if (handed.isAnswering) lastAnswer = Date.now();
    await wait(PAUSE_MS);
    if (attempt.takeOwnership()) return 'owner';
  }
  return 'busy';
}
