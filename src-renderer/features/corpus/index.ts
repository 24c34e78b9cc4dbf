export { planRemoval, removeSource, renameSource } from './commands/change-source.ts';
export { inOrder, SourceList } from './SourceList.tsx';
