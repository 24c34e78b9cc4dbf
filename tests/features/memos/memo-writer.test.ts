import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemoFields } from '#domain/memos/change-memos.ts';
import type { MemoId, MemoSubject } from '#domain/project/records.ts';
import { MemoDesk } from '#features/memos/memo-desk.ts';
import { MemoWriter } from '#features/memos/memo-writer.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';

const id = 'memo' as MemoId;
const subject: MemoSubject = { kind: 'project' };
let project: OpenProject;
let written: MemoFields;
let writer: MemoWriter;

beforeEach(async () => {
  project = await openTestProject();
  written = { title: '', body: '', type: 'note' };
  writer = new MemoWriter(project, { id, subject }, () => written);
});

function write(body: string): void {
  written = { ...written, body };
  writer.changed();
}

describe('a memo that is being written', () => {
  it('comes to be with its first words, and is never made twice', async () => {
    write('T');
    const first = writer.flush();
    write('Th');
    await Promise.all([first, writer.flush()]);
    expect([...project.memos.values()].map(({ body }) => body)).toEqual(['Th']);
  });

  it('is no record while nothing has been written', async () => {
    write('  ');
    await writer.flush();
    expect(project.memos.size).toBe(0);
    expect(project.nextUndo).toBeNull();
  });

  it('is one step to undo, its beginning included', async () => {
    for (const body of ['T', 'The', 'The lamp']) {
      write(body);
      await writer.flush();
    }
    await project.undo();
    expect(project.memos.size).toBe(0);
    await project.redo();
    expect(project.memos.get(id)?.body).toBe('The lamp');
  });

  it('is saved by itself when the keys rest', async () => {
    write('The lamp');
    await vi.waitFor(() => expect(project.memos.get(id)?.body).toBe('The lamp'));
  });

  it('keeps what is written while saving fails, and has it all when that works again', async () => {
    write('one');
    await writer.flush();
    const transaction = vi.spyOn(project.database, 'transaction').mockRejectedValue(new Error('QuotaExceededError'));
    write('one two');
    await writer.flush();
    write('one two three');
    await writer.flush();
    expect(project.saveState.kind).toBe('failed');
    transaction.mockRestore();
    await project.tryAgain();
    expect(project.memos.get(id)?.body).toBe('one two three');
  });

  it('does not come back when somebody has removed it meanwhile', async () => {
    write('one');
    await writer.flush();
    await project.undo();
    write('one two');
    await writer.flush();
    expect(project.memos.size).toBe(0);
  });

  it('tells what it wrote itself from what was changed elsewhere', async () => {
    write('one');
    await writer.flush();
    const memo = project.memos.get(id);
    expect(memo && writer.isOurs(memo)).toBe(true);
    expect(memo && writer.isOurs({ ...memo, body: 'other' })).toBe(false);
  });
});

describe('a memo that was left', () => {
  it('goes when there is nothing in it any more, and can be brought back', async () => {
    write('one');
    await writer.flush();
    write('');
    await writer.flush();
    const desk = new MemoDesk(project);
    await desk.tidy(id);
    expect(project.memos.size).toBe(0);
    await project.undo();
    expect(project.memos.size).toBe(1);
  });

  it('is no longer open when it is removed', async () => {
    write('one');
    await writer.flush();
    const desk = new MemoDesk(project);
    const memo = project.memos.get(id);
    if (!memo) throw new Error('no memo');
    desk.open(memo);
    await desk.remove(memo, 'one');
    expect(desk.snapshot().open).toBeNull();
  });
});
