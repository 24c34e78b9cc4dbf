import { systemEnvironment } from '#features/project/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { checkName } from './project-names.ts';
import { registry } from './projects-at-hand.ts';

/**
 * Makes an empty project.
 * @throws ProblemError when the name is empty or taken
 */
export async function createProject(name: string): Promise<RegisteredProject> {
  const others = await registry.list();
  const tidy = checkName(
    name,
    others.map((other) => other.name),
  );
  return registry.create(tidy, systemEnvironment);
}
