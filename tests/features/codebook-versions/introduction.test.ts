import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { writeIntroduction } from '#domain/codebook/introduction.ts';
import { createCode, editCode } from '#features/codebook/index.ts';
import { codebookNow } from '#features/codebook-versions/codebook-now.ts';
import { keepVersion } from '#features/codebook-versions/commands/change-versions.ts';
import { carryOutRestoring, planRestoring } from '#features/codebook-versions/commands/restore-version.ts';
import { compareStates } from '#features/codebook-versions/compare-states.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';

const introduce = (project: OpenProject, text: string): Promise<void> =>
  project.commit(writeIntroduction(project.project, text), {
    label: { key: 'codebookIntroduction', params: {} },
    policy: 'undoable',
  });

test('the introduction is kept with a version, told by a comparison, and brought back and taken away by restoring', async () => {
  const project = await openTestProject();
  const before = await keepVersion(project, { name: 'Before', note: '' });
  const made = await createCode(project, { name: 'Cost' });
  if (!made.ok) throw new Error(made.problem.code);
  await introduce(project, 'Begin with @Cost.');
  const kept = await keepVersion(project, { name: 'Pilot', note: '' });
  expect(kept.introduction).toBe('Begin with @Cost.');
  expect(compareStates(kept, codebookNow(project))).toEqual([]);

  // A renaming is one change, though the introduction follows it.
  await editCode(project, made.value.id, { name: 'Price' });
  expect(project.project.codebookIntroduction).toBe('Begin with @Price.');
  expect(compareStates(kept, codebookNow(project)).map(({ kind }) => kind)).toEqual(['renamed']);
  await introduce(project, 'Begin anywhere.');
  expect(compareStates(kept, codebookNow(project)).map(({ kind }) => kind)).toEqual(['introduction', 'renamed']);

  await carryOutRestoring(project, kept, await planRestoring(project, kept));
  expect(project.project.codebookIntroduction).toBe('Begin with @Cost.');
  expect(compareStates(kept, codebookNow(project))).toEqual([]);
  await project.undo();
  expect(project.project.codebookIntroduction).toBe('Begin anywhere.');

  await carryOutRestoring(project, before, await planRestoring(project, before));
  expect(project.project).not.toHaveProperty('codebookIntroduction');
});
