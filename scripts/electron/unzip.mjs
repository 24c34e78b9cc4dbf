import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/**
 * A zip is read from its end: the directory there is the only place that knows file modes. Written here because a clean
 * machine has no `unzip`, and the one archive we open has a known hash, so that the traps of foreign archives (a library's
 * reason to be) do not arise. Nothing is held in memory but the directory.
 *
 * @typedef {{name: string, mode: number, method: number, packedSize: number, headerAt: number}} Entry
 * @typedef {import('node:fs/promises').FileHandle} FileHandle
 */

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const LOCAL_HEADER_SIZE = 30;
const DIRECTORY_ENTRY_SIZE = 46;

/**
 * @param {string} archive
 * @param {string} into
 * @param {(name: string) => boolean} isWanted
 */
export async function unzip(archive, into, isWanted) {
  const file = await open(archive);
  try {
    for (const entry of await readDirectory(file)) {
      if (isWanted(entry.name) && !entry.name.endsWith('/'))
        await unpackEntry(archive, file, entry, join(into, entry.name));
    }
  } finally {
    await file.close();
  }
}

/**
 * @param {FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - 65_557), size);
  const end = tail.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw new Error('not a zip archive');
  const start = tail.readUInt32LE(end + 16);
  const directory = await read(file, start, start + tail.readUInt32LE(end + 12));
  /** @type {Entry[]} */
  const entries = [];
  for (let at = 0; at < directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + DIRECTORY_ENTRY_SIZE, at + DIRECTORY_ENTRY_SIZE + nameLength),
      mode: directory.readUInt16LE(at + 40) & 0o777,
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at += DIRECTORY_ENTRY_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {string} archive
 * @param {FileHandle} file
 * @param {Entry} entry
 * @param {string} to
 */
async function unpackEntry(archive, file, entry, to) {
  const header = await read(file, entry.headerAt, entry.headerAt + LOCAL_HEADER_SIZE);
  const start = entry.headerAt + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  await mkdir(dirname(to), { recursive: true });
  await pipeline(
    createReadStream(archive, { start, end: start + entry.packedSize - 1 }),
    entry.method === 0 ? new PassThrough() : createInflateRaw(),
    createWriteStream(to, { mode: entry.mode }),
  );
}

/**
 * @param {FileHandle} file
 * @param {number} start
 * @param {number} end
 */
async function read(file, start, end) {
  const { buffer } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
  return buffer;
}
