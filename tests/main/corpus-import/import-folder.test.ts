import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createImportSession } from '#main/corpus-import/import-session.ts';
import { openImport } from '#main/corpus-import/open-import.ts';
import { SIZE_LIMIT } from '#main/corpus-import/read-document.ts';
import { temporaryFolder } from '#tests/main/temporary-folder.ts';

function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

async function importAll(...paths: readonly string[]) {
  const { files, folderName } = await openImport(paths);
  const session = createImportSession(files);
  const batches = [];
  do batches.push(await session.next());
  while (batches.at(-1)?.done === false);
  return {
    folderName,
    batches,
    documents: batches.flatMap(({ documents }) => documents),
    skipped: batches.flatMap(({ skipped }) => skipped),
  };
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

describe('walking', () => {
  test('takes folders and files in the order a person would count them', async () => {
    const folder = temporaryFolder();
    write(folder, { 'b/10.txt': 'x', 'b/9.txt': 'x', 'a.txt': 'x', 'B2.txt': 'x', 'b/c/1.md': 'x' });
    const { documents } = await importAll(folder);
    expect(documents.map(({ path }) => path)).toEqual(['a.txt', 'b/9.txt', 'b/10.txt', 'b/c/1.md', 'B2.txt']);
  });

  test('passes over what nobody meant, and says what it cannot read', async () => {
    const folder = temporaryFolder();
    write(folder, {
      '.git/x.txt': 'x',
      '.hidden.txt': 'x',
      'Thumbs.db': 'x',
      '~$a.txt': 'x',
      'a.xyz': 'x',
      README: 'x',
    });
    const { documents, skipped } = await importAll(folder);
    expect(documents.map(({ name }) => name)).toEqual(['README']);
    expect(skipped).toEqual([{ path: 'a.xyz', problem: { code: 'unsupportedType', params: { ending: 'xyz' } } }]);
  });

  test('follows links, and ends where they lead in circles', async () => {
    const folder = temporaryFolder();
    write(folder, { 'real/a.txt': 'x' });
    symlinkSync(folder, join(folder, 'real', 'loop'));
    symlinkSync(join(folder, 'real', 'a.txt'), join(folder, 'z.txt'));
    symlinkSync(join(folder, 'gone'), join(folder, 'broken.txt'));
    const { documents, skipped } = await importAll(folder);
    expect(documents.map(({ path }) => path)).toEqual(['real/a.txt', 'z.txt']);
    expect(skipped.map(({ problem }) => problem)).toEqual([{ code: 'vanished', params: { name: 'broken.txt' } }]);
  });

  test.skipIf(process.platform === 'win32')('does not wait for a socket or a pipe', async () => {
    const folder = temporaryFolder();
    const server = createServer().listen(join(folder, 'pipe.txt'));
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { skipped } = await importAll(folder);
    expect(skipped).toEqual([{ path: 'pipe.txt', problem: { code: 'notAFile', params: { name: 'pipe.txt' } } }]);
  });

  test('puts the folder before the path when two folders are chosen', async () => {
    const folder = temporaryFolder();
    write(folder, { 'one/a.txt': 'x', 'two/a.txt': 'y', 'c.txt': 'z' });
    const { documents } = await importAll(join(folder, 'one'), join(folder, 'two'), join(folder, 'c.txt'));
    expect(documents.map(({ path }) => path)).toEqual(['one/a.txt', 'two/a.txt', 'c.txt']);
  });

  test('refuses a folder that is not there', async () => {
    const missing = openImport([join(temporaryFolder(), 'missing')]);
    await expect(missing).rejects.toMatchObject({ problem: { code: 'notFound', params: { name: 'missing' } } });
  });
});

describe('reading', () => {
  test('gives a file as it is, with the hashes of its bytes and of its text', async () => {
    const folder = temporaryFolder();
    write(folder, { 'A letter.md': '\uFEFF# Dear\r\nall' });
    const { documents } = await importAll(folder);
    expect(documents).toEqual([
      {
        path: 'A letter.md',
        name: 'A letter',
        mediaType: 'text/markdown',
        sizeInBytes: 14,
        fileSha256: sha256('\uFEFF# Dear\r\nall'),
        text: '# Dear\nall',
        textSha256: sha256('# Dear\nall'),
        encoding: 'utf-8',
        encodingCertainty: 'marked',
        originalBytes: null,
        warnings: [],
      },
    ]);
  });

  test('keeps the bytes of a guessed encoding and says that it was guessed', async () => {
    const folder = temporaryFolder();
    const bytes = new Uint8Array(Buffer.from('cff0e8e2e5f22c20ece8f0', 'hex'));
    write(folder, { 'a.txt': bytes });
    const { documents } = await importAll(folder);
    expect(documents[0]).toMatchObject({
      text: 'Привет, мир',
      textSha256: sha256('Привет, мир'),
      originalBytes: bytes,
      warnings: [{ code: 'encodingGuessed', params: { encoding: 'windows-1251' } }],
    });
  });

  test('counts what could not be read', async () => {
    const folder = temporaryFolder();
    write(folder, {
      'cut.txt': Buffer.concat([Buffer.from('Été à la plage'), Buffer.of(0xc3)]),
      'nul.txt': 'one\0two, three and four',
    });
    const { documents } = await importAll(folder);
    expect(documents.map(({ warnings }) => warnings)).toEqual([
      [
        { code: 'encodingGuessed', params: { encoding: 'utf-8' } },
        { code: 'undecodable', params: { count: 1 } },
      ],
      [{ code: 'nulsReplaced', params: { count: 1 } }],
    ]);
    expect(documents[1]).toMatchObject({
      text: 'one\uFFFDtwo, three and four',
      textSha256: sha256('one\uFFFDtwo, three and four'),
    });
  });

  test('skips a bad file with its reason and reads the others', async () => {
    const folder = temporaryFolder();
    write(folder, {
      'empty.txt': '',
      'good.txt': 'x',
      'paper.txt': '%PDF-1.4',
      'space.txt': ' \n\t\uFEFF\n',
      'zeros.txt': new Uint8Array(64),
    });
    write(folder, { 'huge.txt': 'x' });
    truncateSync(join(folder, 'huge.txt'), SIZE_LIMIT + 1);
    const { documents, skipped } = await importAll(folder);
    expect(documents.map(({ name }) => name)).toEqual(['good']);
    expect(skipped).toEqual([
      { path: 'empty.txt', problem: { code: 'emptyFile', params: {} } },
      { path: 'huge.txt', problem: { code: 'tooLarge', params: { size: SIZE_LIMIT + 1, limit: SIZE_LIMIT } } },
      { path: 'paper.txt', problem: { code: 'binaryFile', params: { format: 'PDF' } } },
      { path: 'space.txt', problem: { code: 'onlyWhiteSpace', params: {} } },
      { path: 'zeros.txt', problem: { code: 'binaryFile', params: { format: '' } } },
    ]);
  });

  test('says so when a file has gone since the folder was walked', async () => {
    const folder = temporaryFolder();
    write(folder, { 'a.txt': 'x', 'b.txt': 'x' });
    const { files } = await openImport([folder]);
    rmSync(join(folder, 'a.txt'));
    expect(await createImportSession(files).next()).toMatchObject({
      documents: [{ name: 'b' }],
      skipped: [{ path: 'a.txt', problem: { code: 'vanished', params: { name: 'a.txt' } } }],
      finished: 2,
      done: true,
    });
  });

  test('hands over at most 64 files at a time, in order', async () => {
    const folder = temporaryFolder();
    write(folder, Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`${index}.txt`, `text ${index}`])));
    const { batches, documents } = await importAll(folder);
    expect(batches.map(({ finished, done }) => [finished, done])).toEqual([
      [64, false],
      [128, false],
      [150, true],
    ]);
    expect(documents.map(({ text }) => text)).toEqual(Array.from({ length: 150 }, (_, index) => `text ${index}`));
  });
});
