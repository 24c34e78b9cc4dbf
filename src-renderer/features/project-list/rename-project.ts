import type { RegisteredProject } from '#storage/registry.ts';
import { checkName } from './project-names.ts';
import { registry, withProject } from './projects-at-hand.ts';

/**
 * Renames a project, as a step that can be undone in it.
 * @throws ProblemError when the name is empty or taken
 */
export async function renameProject(registered: RegisteredProject, name: string, coderName: string): Promise<string> {
  const others = (await registry.list()).filter(({ id }) => id !== registered.id);
  const tidy = checkName(
    name,
    others.map((other) => other.name),
  );
  await withProject(registered, coderName, (project) =>
    project.commit(
      { project: { updated: [[project.project, { ...project.project, name: tidy }]] } },
      { label: { key: 'renameProject', params: { name: tidy } }, policy: 'undoable' },
    ),
  );
  await registry.update(registered.id, { name: tidy });
  return tidy;
}
