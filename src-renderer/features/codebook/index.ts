export { CodeEditor } from './CodeEditor.tsx';
export { CodePanel } from './CodePanel.tsx';
export { codebookSubtitle } from './codebook-subtitle.ts';
export { markOf } from './code-color.ts';
export { deleteCode, planDeletion } from './commands/delete-code.ts';
export { createCode, editCode } from './commands/save-code.ts';
export { DeleteCodeDialog } from './DeleteCodeDialog.tsx';
export { treeOf, useCodeTree } from './tree-of-project.ts';
export { InkPicker } from './InkPicker.tsx';
