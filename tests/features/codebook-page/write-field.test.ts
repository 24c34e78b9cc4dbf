import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { CodebookProblem } from '#domain/codebook/refusal.ts';
import type { CodeId } from '#domain/project/records.ts';
import { createCode } from '#features/codebook/index.ts';
import { FieldWriter } from '#features/codebook-page/commands/write-field.ts';
import { fieldOfCode, introduction } from '#features/codebook-page/writings.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';

async function projectWith(...names: readonly string[]): Promise<{ project: OpenProject; ids: CodeId[] }> {
  const project = await openTestProject();
  const ids: CodeId[] = [];
  for (const name of names) {
    const made = await createCode(project, { name });
    if (made.ok) ids.push(made.value.id);
  }
  return { project, ids };
}

test('all typing in one field is one step, a name’s too, and undo brings back what was there before', async () => {
  const { project, ids } = await projectWith('Water');
  const codeId = ids[0] as CodeId;
  const writer = new FieldWriter(project, fieldOfCode(project, codeId, 'name'), () => undefined);
  for (const text of ['Water i', 'Water in', 'Water in winter']) {
    writer.changed(text);
    await writer.flush();
  }
  expect(project.codes.get(codeId)?.name).toBe('Water in winter');
  await project.undo();
  expect(project.codes.get(codeId)?.name).toBe('Water');
});

test('says why a name cannot be taken, keeps the old one, and takes the next that can be', async () => {
  const { project, ids } = await projectWith('Water', 'Wind');
  const codeId = ids[1] as CodeId;
  const told: (CodebookProblem | null)[] = [];
  const writer = new FieldWriter(project, fieldOfCode(project, codeId, 'name'), (problem) => told.push(problem));
  writer.changed(' water ');
  await writer.flush();
  expect(project.codes.get(codeId)?.name).toBe('Wind');
  writer.changed('Waters');
  await writer.flush();
  expect(project.codes.get(codeId)?.name).toBe('Waters');
  expect(told.map((problem) => problem?.code ?? null)).toEqual(['codeNameTaken', null]);
});

test('other names are kept apart by commas of any script; an emptied field is written by nobody', async () => {
  const { project, ids } = await projectWith('Water');
  const codeId = ids[0] as CodeId;
  const aliases = new FieldWriter(project, fieldOfCode(project, codeId, 'aliases'), () => undefined);
  aliases.changed('Rain, مطر، Hail, rain,');
  await aliases.flush();
  expect(project.codes.get(codeId)?.aliases).toEqual(['Rain', 'مطر', 'Hail']);
  aliases.changed('');
  await aliases.flush();
  expect(project.codes.get(codeId)).not.toHaveProperty('aliases');
});

test('knows what comes from elsewhere from what it wrote itself', async () => {
  const { project, ids } = await projectWith('Water');
  const codeId = ids[0] as CodeId;
  const writer = new FieldWriter(project, fieldOfCode(project, codeId, 'definition'), () => undefined);
  writer.changed('What runs.');
  await writer.flush();
  expect(writer.hasUnsaved).toBe(false);
  expect(writer.isOurs('What runs.')).toBe(true);
  await project.undo();
  expect(writer.isOurs(project.codes.get(codeId)?.definition ?? '')).toBe(false);
});

test('the introduction is one step however it is typed, and follows a code to its new name in the step that renames it', async () => {
  const { project, ids } = await projectWith('Water');
  const writer = new FieldWriter(project, introduction, () => undefined);
  for (const text of ['Begin', 'Begin with @Water.', 'Begin with @Water.\nThen rest.']) {
    writer.changed(text);
    await writer.flush();
  }
  const name = new FieldWriter(project, fieldOfCode(project, ids[0] as CodeId, 'name'), () => undefined);
  name.changed('Rain');
  await name.flush();
  expect(project.project.codebookIntroduction).toBe('Begin with @Rain.\nThen rest.');
  await project.undo();
  expect(project.project.codebookIntroduction).toBe('Begin with @Water.\nThen rest.');
  expect(project.codes.get(ids[0] as CodeId)?.name).toBe('Water');
  await project.undo();
  expect(project.project).not.toHaveProperty('codebookIntroduction');
});

test('says which code loses its key to the one that is written, and nothing of a key that is free or its own', async () => {
  const { project, ids } = await projectWith('Water', 'Wind');
  const [water, wind] = ids.map((id) => fieldOfCode(project, id, 'shortcut'));
  const writer = new FieldWriter(project, fieldOfCode(project, ids[0] as CodeId, 'shortcut'), () => undefined);
  writer.changed('w');
  await writer.flush();
  expect(wind?.notice?.(project, 'W')).toBe('“Water” had this key and loses it.');
  expect(wind?.notice?.(project, 'x')).toBeNull();
  expect(wind?.notice?.(project, '')).toBeNull();
  expect(water?.notice?.(project, 'w')).toBeNull();
});
