export { compareStates } from './compare-states.ts';
export { DifferenceList } from './DifferenceList.tsx';
export { differenceText, fieldName, fieldValueText, type Difference } from './difference-text.ts';
export { MadeMenu, MadeText } from './MadeMenu.tsx';
export { MadeUnder } from './MadeUnder.tsx';
export { NameVersionDialog } from './NameVersionDialog.tsx';
export { useVersions } from './use-versions.ts';
export { VersionsDialog, type MadeAsked } from './VersionsDialog.tsx';
export { Pieces } from './Pieces.tsx';
