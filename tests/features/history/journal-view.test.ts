import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { BEGINNING } from '#domain/history/journal-step.ts';
import type { CodingId, CoderId } from '#domain/project/records.ts';
import { historyRows, type HistoryFilter } from '#features/history/history-rows.ts';
import { JournalView } from '#features/history/journal-view.ts';
import { lineText } from '#features/history/index.ts';
import { english } from '#i18n/english/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { aCoding } from '#tests/support/builders.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';

const everything: HistoryFilter = { words: '', coderId: null, hasNotes: true };
const withoutPause = (): Promise<void> => Promise.resolve();

async function code(project: OpenProject, name: string): Promise<void> {
  const coding = aCoding({ id: crypto.randomUUID() as CodingId });
  await project.commit(
    { codings: { added: [coding] } },
    { label: { key: 'code', params: { name } }, policy: 'undoable' },
  );
}

/** What the panel would show, a line a row. */
function shown(view: JournalView, filter: Partial<HistoryFilter> = {}): string[] {
  return historyRows(view.snapshot(), { ...everything, ...filter }, view.labelOf).flatMap((row) => {
    if (row.kind === 'day') return [];
    if (row.kind === 'beginning') return [row.isPresent ? 'beginning, here' : 'beginning'];
    return [`${row.standing}: ${lineText(row.step, view.labelOf)}`];
  });
}

describe('the journal as a list', () => {
  it('marks where one is, what is undone and what was overtaken, and names what a note is about', async () => {
    const project = await openTestProject();
    for (const name of ['one', 'two', 'three']) await code(project, name);
    await project.travelTo(1);
    await code(project, 'four');
    await project.undo();
    const view = new JournalView(project);
    await view.load(withoutPause);
    expect(shown(view)).toEqual([
      'noted: undo: code “four”',
      'ahead: code “four”',
      'noted: go back 2 steps, to code “one”',
      'overtaken: code “three”',
      'overtaken: code “two”',
      'present: code “one”',
      'beginning',
    ]);
    expect(shown(view, { hasNotes: false })).not.toContain('noted: undo: code “four”');
  });

  it('follows what is done, undone and typed on', async () => {
    const project = await openTestProject();
    const view = new JournalView(project);
    await view.load(withoutPause);
    expect(shown(view)).toEqual(['beginning, here']);
    for (const name of ['one', 'two', 'three']) await code(project, name);
    await view.refresh();
    await project.travelTo(BEGINNING);
    await view.refresh();
    expect(shown(view, { hasNotes: false })).toEqual([
      'ahead: code “three”',
      'ahead: code “two”',
      'ahead: code “one”',
      'beginning, here',
    ]);
    await project.travelTo(3);
    await view.refresh();
    const [coding] = [...project.codings.values()];
    if (!coding) throw new Error('nothing coded');
    for (const memo of ['a', 'ab']) {
      await project.commit(
        { codings: { updated: [[coding, { ...coding, memo }]] } },
        { label: { key: 'codingMemo', params: { name: 'one' } }, policy: 'joins-previous' },
      );
      await view.refresh();
    }
    expect(shown(view, { hasNotes: false })).toEqual([
      'present: memo on a coding of “one”',
      'past: code “three”',
      'past: code “two”',
      'past: code “one”',
      'beginning',
    ]);
  });

  it('is the same after many pages as the journal read at once, also when steps come in between', async () => {
    const project = await openTestProject();
    for (let at = 0; at < 250; at++) await code(project, `${at}`);
    const view = new JournalView(project);
    let turns = 0;
    await view.load(async () => {
      if (turns++ > 1) return;
      await project.undo();
      await view.refresh();
      await code(project, `late ${turns}`);
      await view.refresh();
    });
    const all = await project.database.journal.reverse().toArray();
    const { steps, present } = view.snapshot();
    expect(steps.map(({ sequence, state }) => [sequence, state])).toEqual(
      all.map(({ sequence, state }) => [sequence, state]),
    );
    expect(present).toBe(all.find(({ state }) => state === 'done')?.sequence);
  });

  it('is filtered by words in any order, without case and accents, and by coder', async () => {
    const project = await openTestProject();
    await code(project, 'Crème brûlée');
    project.switchCoder('E. Lindqvist');
    await code(project, 'Brown sugar');
    const view = new JournalView(project);
    await view.load(withoutPause);
    expect(shown(view, { words: 'brulee CREME' })).toEqual(['past: code “Crème brûlée”']);
    expect(shown(view, { coderId: project.coderId })).toEqual(['present: code “Brown sugar”']);
    expect(shown(view, { coderId: 'nobody' as CoderId })).toEqual([]);
  });
});

it('has words for every label that is given to a commit', async () => {
  const { readdirSync, readFileSync } = await import('node:fs');
  const root = `${import.meta.dirname}/../../../src-renderer`;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  const keys = files.flatMap((path) =>
    [...readFileSync(`${root}/${path}`, 'utf8').matchAll(/\bkey: ([^,{}]+), params\b/g)].flatMap(([, given = '']) =>
      [...given.matchAll(/'(\w+)'(?! \?)/g)].map(([, key = '']) => key),
    ),
  );
  const known = new Set(Object.keys(english.history).map((key) => key.replace(/_(?:one|other)$/, '')));
  expect(keys).toEqual(expect.arrayContaining(['importSources', 'wentBack', 'undone']));
  expect(keys.filter((key) => !known.has(key))).toEqual([]);
});
