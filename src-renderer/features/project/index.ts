export { ProjectProvider, useProject, useProjectListener, useProjectValue } from './project-context.tsx';
export { systemEnvironment } from './system-environment.ts';
