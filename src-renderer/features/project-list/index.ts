export { createProject } from './create-project.ts';
export { deleteProject } from './delete-project.ts';
export { renameProject } from './rename-project.ts';
export { recountLast } from './recount-last.ts';
export { refreshCounts } from './refresh-counts.ts';
export { checkName, findByNameOrFail, uniqueName } from './project-names.ts';
export { openProjects, registry, withProject } from './projects-at-hand.ts';
