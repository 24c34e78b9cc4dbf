export { ProjectHome, type ProjectHomeProps } from './ProjectHome.tsx';
export { useFileDrop } from './use-file-drop.ts';
export { useOfferedPaths } from './use-offered-paths.ts';
