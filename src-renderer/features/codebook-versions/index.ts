export { DifferenceList } from './DifferenceList.tsx';
export { differenceText, fieldName, fieldValueText, type Difference } from './difference-text.ts';
export { MadeUnder } from './MadeUnder.tsx';
export { NameVersionDialog } from './NameVersionDialog.tsx';
export { useVersions } from './use-versions.ts';
export { VersionsDialog } from './VersionsDialog.tsx';
export { Pieces } from './Pieces.tsx';
