export { afterPaint } from './after-paint.ts';
export { isOthersWork } from './is-others-work.ts';
export { ProjectProvider, useProject, useProjectListener, useProjectValue } from './project-context.tsx';
export { sayRevocable, sayUndoable } from './say-undoable.ts';
export { saveBeforeClosing } from './save-before-closing.ts';
export { systemEnvironment } from './system-environment.ts';
