import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { handOver, handOverOrOwn } from '#main/command-line/hand-over.ts';
import type { OwnerRequest } from '#main/command-line/owner-messages.ts';
import { type Owner, serveOwnerSocket } from '#main/command-line/serve-owner-socket.ts';
import { temporaryFolder } from '#tests/main/temporary-folder.ts';

const command: OwnerRequest = { kind: 'command', words: ['projects'], cwd: '/' };

function serve(owner: Partial<Owner>): string {
  const address = join(temporaryFolder(), 'owner.sock');
  onTestFinished(serveOwnerSocket(address, { run: async () => 0, offer: () => true, ...owner }));
  return address;
}

function recorder() {
  const written = { stdout: '', stderr: '' };
  return {
    written,
    output: {
      write: async (stream: 'stdout' | 'stderr', text: string) => {
        written[stream] += text;
      },
    },
  };
}

test('has the owner carry out a command, and hears all of its output and its end', async () => {
  const long = 'ü\n'.repeat(2_000_000);
  const address = serve({
    run: async ({ words, cwd }, output) => {
      await output.write('stderr', `${words.join()} in ${cwd}\n`);
      await output.write('stdout', long);
      return 1;
    },
  });
  const { written, output } = recorder();
  expect(await handOver(['/nowhere.sock', address], command, output)).toEqual({ outcome: 'done', exitCode: 1 });
  expect(written.stderr).toBe('projects in /\n');
  expect(written.stdout === long).toBe(true);
});

test('waits while the owner has no window to open paths in', async () => {
  let asked = 0;
  const address = serve({
    offer: () => {
      asked += 1;
      return asked === 3;
    },
  });
  const outcome = await handOverOrOwn({
    takeOwnership: () => false,
    addresses: [address],
    request: { kind: 'open', paths: ['/a'] },
    output: recorder().output,
  });
  expect([outcome, asked]).toEqual([0, 3]);
});

test('becomes the owner when there is none any more', async () => {
  const attempt = {
    takeOwnership: () => true,
    addresses: ['/nowhere.sock'],
    request: command,
    output: recorder().output,
  };
  expect(await handOverOrOwn(attempt)).toBe('owner');
});

test('says so when the owner goes away in the middle', async () => {
  const address = join(temporaryFolder(), 'owner.sock');
  const { createServer } = await import('node:net');
  const server = createServer((socket) => socket.once('data', () => socket.end('{"isAccepted":true}\n'))).listen(
    address,
  );
  onTestFinished(() => void server.close());
  expect(await handOver([address], command, recorder().output)).toEqual({ outcome: 'broken-off' });
});

test('does nothing for what is no request', async () => {
  let calls = 0;
  const address = serve({
    run: async () => {
      calls += 1;
      return 0;
    },
  });
  const socket = connect(address);
  socket.end('{"kind":"command","words":"rm -rf"}\n');
  await wait(50);
  expect(calls).toBe(0);
});
