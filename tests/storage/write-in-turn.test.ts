import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeInTurn } from '#storage/write-in-turn.ts';

async function database(name: string): Promise<Dexie> {
  const opened = new Dexie(name);
  opened.version(1).stores({ things: 'id', others: 'id' });
  await opened.open();
  return opened;
}

describe('writing in turn', () => {
  it('never has two writing transactions of one database at work, also by two connections', async () => {
    const connections = [await database('turns'), await database('turns')];
    let atWork = 0;
    let most = 0;
    const write = (turn: number): Promise<unknown> => {
      const connection = connections[turn % 2] as Dexie;
      const table = connection.table(turn % 3 === 0 ? 'things' : 'others');
      return writeInTurn(connection, [table], async () => {
        most = Math.max(most, ++atWork);
        await table.put({ id: turn });
        atWork--;
      });
    };
    await Promise.all(Array.from({ length: 20 }, (_, turn) => write(turn)));
    expect(most).toBe(1);
  });

  it('goes on after one that failed, and says that it failed', async () => {
    const one = await database('failing');
    const things = one.table('things');
    const failed = writeInTurn(one, [things], () => Promise.reject(new Error('no')));
    const next = writeInTurn(one, [things], () => things.put({ id: 1 }));
    await expect(failed).rejects.toThrow('no');
    await next;
    expect(await things.count()).toBe(1);
  });

  it('is the only way in which an open project is written to', () => {
    const folder = fileURLToPath(new URL('../../src-renderer/storage', import.meta.url));
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'write-in-turn.ts');
    const others = files.filter((name) => readFileSync(`${folder}/${name}`, 'utf8').includes("transaction('rw'"));
    expect(others).toEqual([]);
  });
});
